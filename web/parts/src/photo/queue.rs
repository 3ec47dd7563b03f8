//! The photos of a person, and how far each has come. Plain data: what browsers do stands elsewhere.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::api::Failure;

/// Where a photo belongs: a draft or a case, and the material in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The draft (by its service's code) or the case (by its number).
    pub owner: String,
    /// The material's key.
    pub material: String,
}

impl Place {
    /// A place.
    pub fn new(owner: impl Into<String>, material: impl Into<String>) -> Self {
        Self {
            owner: owner.into(),
            material: material.into(),
        }
    }
}

/// How far a photo has come.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// Others are before it.
    Waiting,
    /// It is being made smaller.
    Shrinking,
    /// It is on its way, so many percent.
    Sending(u8),
    /// The server has it, by this id.
    Here(String),
    /// It did not get there.
    Failed(Failure),
}

/// One photo.
#[derive(Clone, Debug, PartialEq)]
pub struct Tile {
    /// Its number on this phone.
    pub n: u32,
    /// Where it belongs.
    pub place: Place,
    /// How far it has come.
    pub state: State,
}

/// All photos of a person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Queue {
    tiles: Vec<Tile>,
    last: u32,
}

impl Queue {
    /// A queue of photos that the server already has.
    pub fn restored(kept: Vec<(Place, String)>) -> Self {
        let mut queue = Self::default();
        for (place, id) in kept {
            let n = queue.add(place);
            queue.set(n, State::Here(id));
        }
        queue
    }

    /// Adds a photo, and gives its number.
    pub fn add(&mut self, place: Place) -> u32 {
        self.last += 1;
        self.tiles.push(Tile {
            n: self.last,
            place,
            state: State::Waiting,
        });
        self.last
    }

    /// A photo has come so far. One that was removed meanwhile stays removed.
    pub fn set(&mut self, n: u32, state: State) {
        if let Some(tile) = self.tiles.iter_mut().find(|tile| tile.n == n) {
            tile.state = state;
        }
    }

    /// Removes a photo.
    pub fn remove(&mut self, n: u32) {
        self.tiles.retain(|tile| tile.n != n);
    }

    /// Forgets all photos of a draft or a case.
    pub fn forget(&mut self, owner: &str) {
        self.tiles.retain(|tile| tile.place.owner != owner);
    }

    /// Forgets the photos at a place that the server no longer knows.
    pub fn forget_at(&mut self, place: &Place) {
        self.tiles.retain(|tile| tile.place != *place);
    }

    /// The next one to upload.
    pub fn next(&self) -> Option<u32> {
        self.tiles
            .iter()
            .find(|tile| tile.state == State::Waiting)
            .map(|tile| tile.n)
    }

    /// Puts every photo of an owner that did not get there back into the line.
    pub fn retry(&mut self, owner: &str) {
        let failed = |tile: &&mut Tile| tile.place.owner == owner && matches!(tile.state, State::Failed(_));
        for tile in self.tiles.iter_mut().filter(failed) {
            tile.state = State::Waiting;
        }
    }

    /// A photo by its number.
    pub fn tile(&self, n: u32) -> Option<&Tile> {
        self.tiles.iter().find(|tile| tile.n == n)
    }

    /// The photos at a place, in order.
    pub fn at<'a>(&'a self, place: &'a Place) -> impl Iterator<Item = &'a Tile> {
        self.tiles.iter().filter(move |tile| tile.place == *place)
    }

    /// How many photos a draft or case has for each material, wherever they are by now.
    pub fn counts(&self, owner: &str) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for tile in self.of(owner) {
            *counts.entry(tile.place.material.clone()).or_default() += 1;
        }
        counts
    }

    /// The ids of the photos that the server has, by material.
    pub fn held(&self, owner: &str) -> BTreeMap<String, Vec<String>> {
        let mut held: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for tile in self.of(owner) {
            if let State::Here(id) = &tile.state {
                held.entry(tile.place.material.clone()).or_default().push(id.clone());
            }
        }
        held
    }

    /// How many of an owner's photos are still on their way.
    pub fn busy(&self, owner: &str) -> usize {
        let busy = |tile: &&Tile| matches!(tile.state, State::Waiting | State::Shrinking | State::Sending(_));
        self.of(owner).filter(busy).count()
    }

    /// How many of an owner's photos did not get there.
    pub fn failed(&self, owner: &str) -> usize {
        let failed = |tile: &&Tile| matches!(tile.state, State::Failed(_));
        self.of(owner).filter(failed).count()
    }

    /// Why the first of an owner's photos that did not get there did not.
    pub fn trouble<'a>(&'a self, owner: &'a str) -> Option<&'a Failure> {
        self.of(owner).find_map(|tile| match &tile.state {
            State::Failed(failure) => Some(failure),
            _ => None,
        })
    }

    /// What is worth keeping when the page is closed.
    pub fn kept(&self) -> Vec<(Place, String)> {
        let kept = |tile: &Tile| match &tile.state {
            State::Here(id) => Some((tile.place.clone(), id.clone())),
            _ => None,
        };
        self.tiles.iter().filter_map(kept).collect()
    }

    fn of<'a>(&'a self, owner: &'a str) -> impl Iterator<Item = &'a Tile> {
        self.tiles.iter().filter(move |tile| tile.place.owner == owner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place() -> Place {
        Place::new("LEAK", "photos")
    }

    #[test]
    fn photos_go_one_after_the_other() {
        let mut queue = Queue::default();
        let (first, second) = (queue.add(place()), queue.add(place()));
        assert_eq!(queue.next(), Some(first));
        queue.set(first, State::Sending(10));
        assert_eq!(queue.next(), Some(second));
        assert_eq!(queue.busy("LEAK"), 2);
        queue.set(first, State::Here("a".into()));
        queue.set(second, State::Failed(Failure::Offline));
        assert_eq!((queue.busy("LEAK"), queue.failed("LEAK"), queue.next()), (0, 1, None));
        queue.retry("LEAK");
        assert_eq!(queue.next(), Some(second));
    }

    #[test]
    fn a_removed_photo_does_not_come_back() {
        let mut queue = Queue::default();
        let n = queue.add(place());
        queue.remove(n);
        queue.set(n, State::Here("a".into()));
        assert_eq!(queue.counts("LEAK"), BTreeMap::new());
    }

    #[test]
    fn what_the_server_has_outlives_the_page() {
        let mut queue = Queue::default();
        let here = queue.add(place());
        queue.add(place());
        queue.set(here, State::Here("a".into()));
        let again = Queue::restored(queue.kept());
        assert_eq!(
            again.held("LEAK"),
            BTreeMap::from([("photos".into(), vec!["a".into()])])
        );
        assert_eq!(again.counts("LEAK"), BTreeMap::from([("photos".into(), 1)]));
    }

    #[test]
    fn filing_forgets_the_draft_s_photos_only() {
        let mut queue = Queue::restored(vec![(place(), "a".into()), (Place::new("NEW", "id_card"), "b".into())]);
        queue.forget("LEAK");
        assert_eq!(queue.held("LEAK"), BTreeMap::new());
        assert_eq!(queue.held("NEW").len(), 1);
    }
}
