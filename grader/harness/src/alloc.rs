//! A guard on memory: an allocation that goes too far ends the check, and says so.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// How many bytes the code under check may hold at one time.
pub const MEMORY_LIMIT: usize = 1 << 30;

static HELD: AtomicUsize = AtomicUsize::new(0);
static LIMIT: AtomicUsize = AtomicUsize::new(usize::MAX);

/// The system's allocator with a count of what is held. [`crate::subject!`] installs it in
/// every check binary, on every platform, where the operating systems' own limits differ.
pub struct Counting;

/// From here on, holding more than [`MEMORY_LIMIT`] ends the process.
pub(crate) fn arm() {
    LIMIT.store(MEMORY_LIMIT, Relaxed);
}

/// No limit any more: what the harness itself does to report must not fail.
pub(crate) fn disarm() {
    LIMIT.store(usize::MAX, Relaxed);
}

fn take(bytes: usize) {
    if HELD.fetch_add(bytes, Relaxed).saturating_add(bytes) > LIMIT.load(Relaxed) {
        disarm();
        crate::channel::out_of_memory();
        std::process::abort();
    }
}

fn give(bytes: usize) {
    HELD.fetch_sub(bytes, Relaxed);
}

// SAFETY: every call is handed on to the system's allocator with the arguments that came in;
// the count beside it allocates nothing.
#[allow(unsafe_code)]
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        take(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        take(layout.size());
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, ptr: *mut u8, layout: Layout) {
        give(layout.size());
        unsafe { System.dealloc(ptr, layout) }
    }

    unsafe fn realloc(&self, ptr: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        take(new_size);
        give(layout.size());
        unsafe { System.realloc(ptr, layout, new_size) }
    }
}
