//! The planted mistakes of this section, compiled once and not on every save.
//!
//! Those of `distribution` and `choose` are not here, since their `Settings` are the section's
//! own. The check has them.

#![allow(dead_code, unused_variables, clippy::all)]

pub mod border_to_the_left;
pub mod border_to_the_left_but_zero;
pub mod crossing_dropped;
pub mod crossing_dropped_but_one;
pub mod divided_by_p;
pub mod first_when_rounded;
pub mod in_order_of_id;
pub mod kth_dropped;
pub mod last_id_when_rounded;
pub mod last_of_equals;
pub mod least_probable_kept;
pub mod most_probable_first;
pub mod most_probable_when_rounded;
pub mod multiplied;
pub mod not_added_up;
pub mod not_renormalized;
pub mod one_past_the_end;
pub mod own_share_forgotten;
pub mod panics_beyond_all;
pub mod past_the_border;
pub mod places_lost;
pub mod runs_off_the_end;
pub mod softmax_again;
pub mod softmax_included;
pub mod starts_at_zero;
pub mod tail_lost_at_one;
pub mod threshold_for_sum;
pub mod ties_kept;
pub mod ties_to_the_higher_id;
pub mod u_ignored;
pub mod u_scaled;
