//! How an item is asked and graded: responses and grades, the plan of a session, its shuffles, the
//! session itself and its results. Pure: time and seed are arguments.
//!
//! A new kind of item is added in three places here: its [`Response`], its file in `kinds`, and its
//! line in the one `match` of `grade.rs`.

mod giveaway;
mod grade;
mod kinds;
mod numeral;
mod order;
mod plan;
mod queue;
mod response;
mod results;
mod session;
mod spelling;

pub use giveaway::Giveaways;
pub use grade::{Finding, Grade, Outcome, finding, grade, is_complete, unread};
pub use numeral::{Unread, read_number};
pub use order::seeded_order;
pub(crate) use plan::unspoiled;
pub use plan::{Ask, Draw, Order, Plan, choice_order, gap_order, plan, plan_of};
pub(crate) use queue::Queue;
pub use response::{Response, Sure};
pub use results::{Results, Tally, results};
pub use session::{Answered, Message, Session, Stage};
