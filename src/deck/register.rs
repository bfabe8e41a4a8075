//! Looking names up and sorting, for all rooms, with one type each: every further type of key or element
//! would bring its own copy of the standard library's code, 2 to 5 KB each, into a program that people
//! wait for.

use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Names, each with a number that means what its user says: a position, a count, or nothing.
#[derive(Debug, Default)]
pub(crate) struct Register<'a>(BTreeMap<&'a str, usize>);

impl<'a> Register<'a> {
    /// A register of these names; what their number is, is of no interest.
    pub fn of(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut register = Self::default();
        for name in names {
            register.add(name);
        }
        register
    }

    /// Adds a name; whether it is new.
    pub fn add(&mut self, name: &'a str) -> bool {
        self.put(name, 0).is_none()
    }

    /// Gives a name a number; the one that it had.
    pub fn put(&mut self, name: &'a str, number: usize) -> Option<usize> {
        self.0.insert(name, number)
    }

    /// Adds 1 to a name's number, which is 0 at first; the number before.
    pub fn count(&mut self, name: &'a str) -> usize {
        let before = self.number(name).unwrap_or(0);
        self.put(name, before + 1);
        before
    }

    /// Whether the name is there.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// A name's number; `None` if the name is not there.
    pub fn number(&self, name: &str) -> Option<usize> {
        self.0.get(name).copied()
    }

    /// All names, in their order.
    pub fn names(&self) -> impl Iterator<Item = &'a str> {
        self.0.keys().copied()
    }
}

/// The parts of a list, sorted; those that compare as equal stay in the order of the list.
pub(crate) fn sorted_by<T: Copy>(list: &[T], compare: impl Fn(T, T) -> Ordering) -> Vec<T> {
    let compare = |a: usize, b: usize| match (list.get(a), list.get(b)) {
        (Some(&a), Some(&b)) => compare(a, b),
        _ => Ordering::Equal,
    };
    sorted_positions(list.len(), &compare).into_iter().filter_map(|at| list.get(at).copied()).collect()
}

fn sorted_positions(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    positions.sort_by(|&a, &b| compare(a, b));
    positions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_parts_keep_their_order() {
        let list = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        let sorted = sorted_by(&list, |a, b| a.0.cmp(&b.0));
        assert_eq!(sorted, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn names_are_counted_and_found() {
        let mut register = Register::default();
        assert_eq!([register.count("b"), register.count("a"), register.count("b")], [0, 0, 1]);
        assert_eq!((register.number("b"), register.number("c")), (Some(2), None));
        assert!(register.has("a") && !register.add("a") && register.add("c"));
        assert_eq!(register.names().collect::<Vec<_>>(), ["a", "b", "c"]);
    }
}
