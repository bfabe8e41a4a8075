//! A table of figures.

use yew::prelude::*;

/// A table; the first cell of a row says what the row is about. Without a caption it stands where its name
/// is.
pub fn table(
    class: Option<&'static str>,
    caption: &'static str,
    heads: &[&'static str],
    rows: impl Iterator<Item = Vec<Html>>,
) -> Html {
    let heads = heads.iter().map(|head| html! { <th scope="col" lang="en">{ *head }</th> });
    let rows = rows.map(|cells| {
        let cells = cells.into_iter().enumerate().map(|(column, cell)| {
            if column == 0 {
                html! { <th scope="row">{ cell }</th> }
            } else {
                html! { <td>{ cell }</td> }
            }
        });
        html! { <tr>{ for cells }</tr> }
    });
    html! {
        <table {class}>
            if !caption.is_empty() { <caption lang="en">{ caption }</caption> }
            <thead><tr>{ for heads }</tr></thead>
            <tbody>{ for rows }</tbody>
        </table>
    }
}
