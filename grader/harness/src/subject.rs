//! [`subject!`](crate::subject!): the functions under check, as a check file names them.

/// Declares the functions of a section that its checks call.
///
/// Each becomes a function of the same name and signature in the check file; a call of it is
/// a call of the learner's, remembered for the feedback. `wrong in` lists the planted
/// mistakes (modules of `mistakes`) that have a version of their own. A function that is
/// listed with mistakes takes only references and numbers, since it is called more than once.
#[macro_export]
macro_rules! subject {
    ($krate:ident in $slug:literal { $(
        fn $name:ident $parameters:tt -> $ret:ty
            $(, wrong in $($wrong:ident),+)? ;
    )* }) => {
        #[global_allocator]
        static ALLOCATOR: $crate::Counting = $crate::Counting;

        $(
            #[allow(clippy::too_many_arguments)]
            fn $name $parameters -> $ret {
                $crate::called(
                    stringify!($name),
                    $crate::subject!(@arguments $parameters),
                    $crate::subject!(@call $krate $name $parameters),
                    &[$($((
                        $crate::misconception!($slug, $wrong),
                        &$crate::subject!(@wrong $wrong $name $parameters),
                    )),+)?],
                )
            }
        )*
    };
    (@arguments ($($arg:ident : $ty:ty),* $(,)?)) => {
        vec![$($crate::argument(stringify!($ty), $crate::Plain::value(&$arg))),*]
    };
    (@call $krate:ident $name:ident ($($arg:ident : $ty:ty),* $(,)?)) => {
        move || $krate::$name($($arg),*)
    };
    (@wrong $wrong:ident $name:ident ($($arg:ident : $ty:ty),* $(,)?)) => {
        move || $crate::Plain::value(&mistakes::$wrong::$name($($arg),*))
    };
}

/// A planted mistake by the section's slug and the name of its file. For
/// [`Trial::blame`](crate::Trial::blame), where a mistake shows in something else than what
/// it returns.
#[macro_export]
macro_rules! misconception {
    ($slug:literal, $name:ident) => {
        $crate::Misconception {
            name: stringify!($name),
            source: include_str!(concat!("../../mistakes/", $slug, "/", stringify!($name), ".rs")),
        }
    };
}
