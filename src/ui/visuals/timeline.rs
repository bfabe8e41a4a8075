//! What came when. On the axis a day is a dot, a month or a year is a square with a bar under it, as long
//! as it lasts; each bears the number of its line in the list below, which says all of it in words.

use yew::prelude::*;

use super::from;
use crate::deck::IndexedDeck;
use crate::deck::visual::{Dated, Timeline};
use crate::ui::text;

/// How much of the axis a mark takes, in percent: two that are nearer stand one above the other.
const MARK_PERCENT: f64 = 8.0;
/// How many years may lie between the lines of the axis.
const STEPS: [f64; 9] = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0];
/// The most lines that there is room for.
const MOST_LINES: f64 = 8.0;
/// How high a row of marks is, in CSS pixels.
const ROW_PX: usize = 26;

/// From when to when, in years since the year 0; for a day both are its middle.
fn span(date: &str) -> (f64, f64) {
    // Whole numbers: reading a fraction brings 10 KB of tables.
    let mut parts = date.split('-').map(|part| f64::from(part.parse::<u16>().unwrap_or(0)));
    let year = parts.next().unwrap_or(0.0);
    match (parts.next(), parts.next()) {
        (Some(month), Some(day)) => {
            let at = year + (month - 1.0 + (day - 0.5) / 31.0) / 12.0;
            (at, at)
        }
        (Some(month), None) => (year + (month - 1.0) / 12.0, year + month / 12.0),
        _ => (year, year + 1.0),
    }
}

/// A mark on the axis: from, to and width in percent, and its row.
struct Mark {
    from: f64,
    width: f64,
    row: usize,
}

/// The axis begins and ends with a year.
fn ends(events: &[Dated]) -> (f64, f64) {
    let spans = events.iter().map(|event| span(&event.date));
    spans.fold((f64::MAX, f64::MIN), |(from, to), (begins, ends)| {
        (from.min(begins.floor()), to.max(ends.ceil()))
    })
}

/// The years that the axis has lines for.
fn years(from: f64, to: f64) -> Vec<f64> {
    let step = STEPS.into_iter().find(|step| to - from <= step * MOST_LINES).unwrap_or(to - from);
    let first = (from / step).ceil() * step;
    (0..9).map(|line| first + f64::from(line) * step).take_while(|year| *year < to).collect()
}

fn marks(events: &[Dated]) -> Vec<Mark> {
    let (from, to) = ends(events);
    let percent = |at: f64| (at - from) / (to - from).max(1.0) * 100.0;
    // How far each row is taken, from the left.
    let mut rows: Vec<f64> = Vec::new();
    let mark = |event: &Dated| {
        let (begins, ends) = span(&event.date);
        let (left, right) = (percent(begins), percent(ends));
        let width = right - left;
        // At the right end the number stands before its date: it has no room behind.
        let left = left.min(100.0 - MARK_PERCENT);
        let row = rows.iter().position(|taken| *taken <= left).unwrap_or(rows.len());
        let taken = (left + MARK_PERCENT).max(right);
        match rows.get_mut(row) {
            Some(end) => *end = taken,
            None => rows.push(taken),
        }
        Mark { from: left, width, row }
    };
    events.iter().map(mark).collect()
}

/// The axis and the list.
pub fn view(deck: &IndexedDeck, timeline: &Timeline) -> Html {
    let marks = marks(&timeline.events);
    let rows = marks.iter().map(|mark| mark.row + 1).max().unwrap_or(1);
    let (from_year, to_year) = ends(&timeline.events);
    let years = years(from_year, to_year);
    let height = rows * ROW_PX + 24;
    let percent = |value: f64| format!("{}%", text::plain(value));
    let scale = years.into_iter().map(|year| {
        let x = percent((year - from_year) / (to_year - from_year).max(1.0) * 100.0);
        html! {
            <g>
                <line x1={x.clone()} x2={x.clone()} y1="0" y2={height.to_string()} />
                <text {x} y={(height - 4).to_string()} dx="3">{ text::plain(year) }</text>
            </g>
        }
    });
    let drawn = marks.iter().enumerate().map(|(position, mark)| {
        let y = (rows - 1 - mark.row) * ROW_PX;
        html! {
            <svg x={percent(mark.from)} y={y.to_string()}>
                if mark.width > 0.0 {
                    <rect class="lasts" width={percent(mark.width)} y="22" height="3" />
                    <rect x="1" y="2" width="20" height="20" rx="4" />
                } else {
                    <circle cx="11" cy="12" r="10" />
                }
                <text x="11" y="16" text-anchor="middle">{ position + 1 }</text>
            </svg>
        }
    });
    let lines = timeline.events.iter().map(|event| {
        html! {
            <li>
                <time lang="en" datetime={event.date.clone()}>{ text::date(&event.date) }</time>{ " " }
                { event.label.as_str() }{ " " }
                { from(deck, &event.facts) }
            </li>
        }
    });
    html! {
        <>
            <svg class="axis" width="100%" height={height.to_string()} aria-hidden="true">
                { for scale }
                { for drawn }
            </svg>
            <ol class="dates">{ for lines }</ol>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(date: &str) -> Dated {
        Dated { date: date.into(), label: String::new(), facts: vec![] }
    }

    #[test]
    fn dates_of_all_precisions_lie_on_one_axis() {
        let (day, _) = span("2024-07-01");
        let (month, month_ends) = span("2024-07");
        assert!((2024.5..2024.51).contains(&day) && (month - 2024.5).abs() < 1e-9 && month_ends > day);
        assert_eq!(span("2024"), (2024.0, 2025.0));
        assert_eq!(ends(&[event("2022-09"), event("2025-06-19")]), (2022.0, 2026.0));
    }

    #[test]
    fn a_day_lasts_no_time_wherever_it_stands() {
        let widths: Vec<_> =
            marks(&["2022", "2025-06-15", "2025-12-31"].map(event)).iter().map(|mark| mark.width).collect();
        assert_eq!(widths, [25.0, 0.0, 0.0]);
    }

    #[test]
    fn the_axis_has_as_many_lines_as_there_is_room_for() {
        assert_eq!(years(2022.0, 2026.0), [2022.0, 2023.0, 2024.0, 2025.0]);
        assert_eq!(years(2000.0, 2001.0), [2000.0]);
        assert_eq!(years(1824.0, 1960.0), [1840.0, 1860.0, 1880.0, 1900.0, 1920.0, 1940.0]);
        assert!(years(0.0, 9999.0).len() <= 9);
    }

    #[test]
    fn marks_that_are_near_stand_in_rows() {
        let events = ["2022", "2025-06-09", "2025-06-15", "2025-06-19"].map(event);
        let rows: Vec<_> = marks(&events).iter().map(|mark| mark.row).collect();
        assert_eq!(rows, [0, 0, 1, 2]);
        assert!(marks(&events).iter().all(|mark| mark.from >= 0.0 && mark.from <= 100.0 - MARK_PERCENT));
    }
}
