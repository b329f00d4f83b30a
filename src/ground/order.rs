//! Putting things in order. The sorts of the standard library are compiled anew for each kind of thing, several KiB each; here everything
//! is sorted by one heap of numbers.

use std::collections::BinaryHeap;

/// The places of keys in ascending order; those that are alike keep their order.
pub(crate) fn places_in_order(keys: impl Iterator<Item = u64>) -> Vec<usize> {
    sorted(keys.zip(0..).collect()).into_iter().map(|(_, place)| place).collect()
}

/// Things in ascending order of their keys; those that are alike keep their order.
pub(crate) fn in_order<T>(things: Vec<T>, key: impl Fn(&T) -> u64) -> Vec<T> {
    // Most come in order.
    if things.is_sorted_by_key(&key) {
        return things;
    }
    let places = places_in_order(things.iter().map(key));
    let mut things: Vec<Option<T>> = things.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| things.get_mut(place)?.take()).collect()
}

fn sorted(keys: Vec<(u64, usize)>) -> Vec<(u64, usize)> {
    if keys.is_sorted() { keys } else { BinaryHeap::from(keys).into_sorted_vec() }
}
