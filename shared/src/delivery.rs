//! Emergency water (应急送水): a truck, what it carries, and where it stops when. A delivery belongs to an outage notice.

mod near;
mod plan;

pub use near::{Spot, near};
pub use plan::{Delivery, Stop, clash};
