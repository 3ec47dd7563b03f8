//! The photos of a person, and how far each has come. Plain data: what browsers do stands elsewhere.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use shuiting_shared::time::Moment;

use super::kept::Kept;
use crate::api::Failure;

/// Where a photo belongs: a draft or a case, and the material in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The draft (by its name) or the case (by its number).
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
    /// Its number on this page.
    pub n: u32,
    /// Its name on this phone, which outlives the page.
    pub key: String,
    /// When it was picked. No two have the same moment, so that they keep their order.
    pub picked: Moment,
    /// Where it belongs.
    pub place: Place,
    /// How far it has come.
    pub state: State,
}

/// So much later at least is a photo picked than the one before it.
const NEXT: Duration = Duration::from_millis(1);

/// All photos of a person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Queue {
    tiles: Vec<Tile>,
    last: u32,
}

impl Queue {
    /// Adds a photo, and gives its number.
    pub fn add(&mut self, place: Place, key: String, now: Moment) -> u32 {
        let after = |tile: &Tile| tile.picked + NEXT;
        let picked = self.tiles.iter().map(after).max().map_or(now, |after| after.max(now));
        self.push(place, key, picked, State::Waiting)
    }

    /// Takes in a photo as it was kept, and gives its number where it is not with the server yet.
    pub fn take_in(&mut self, key: String, kept: Kept) -> Option<u32> {
        let state = kept.id.map_or(State::Waiting, State::Here);
        let n = match self.tiles.iter_mut().find(|tile| tile.key == key) {
            Some(tile) if matches!(tile.state, State::Here(_)) || state == State::Waiting => tile.n,
            Some(tile) => {
                tile.state = state;
                tile.n
            }
            None => {
                let n = self.push(kept.place, key, kept.picked, state);
                self.tiles.sort_by_key(|tile| tile.picked);
                n
            }
        };
        let waits = self.tile(n).is_some_and(|tile| !matches!(tile.state, State::Here(_)));
        waits.then_some(n)
    }

    fn push(&mut self, place: Place, key: String, picked: Moment, state: State) -> u32 {
        self.last += 1;
        self.tiles.push(Tile {
            n: self.last,
            key,
            picked,
            place,
            state,
        });
        self.last
    }

    /// A photo has come so far. One that was removed meanwhile stays removed.
    pub fn set(&mut self, n: u32, state: State) {
        if let Some(tile) = self.tiles.iter_mut().find(|tile| tile.n == n) {
            tile.state = state;
        }
    }

    /// Removes photos, and gives them.
    pub fn remove(&mut self, which: impl Fn(&Tile) -> bool) -> Vec<Tile> {
        let (gone, left) = std::mem::take(&mut self.tiles).into_iter().partition(which);
        self.tiles = left;
        gone
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

    /// Puts every photo that did not get there for want of a network back into the line.
    pub fn retry_unreached(&mut self) {
        for tile in &mut self.tiles {
            if tile.state == State::Failed(Failure::Offline) {
                tile.state = State::Waiting;
            }
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

    /// Whether any photo did not get there.
    pub fn any_failed(&self) -> bool {
        self.tiles.iter().any(|tile| matches!(tile.state, State::Failed(_)))
    }

    /// Why the first of an owner's photos that did not get there did not.
    pub fn trouble<'a>(&'a self, owner: &'a str) -> Option<&'a Failure> {
        self.of(owner).find_map(|tile| match &tile.state {
            State::Failed(failure) => Some(failure),
            _ => None,
        })
    }

    /// All photos, in the order of picking.
    pub fn all(&self) -> impl Iterator<Item = &Tile> {
        self.tiles.iter()
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

    fn add(queue: &mut Queue, key: &str) -> u32 {
        queue.add(place(), key.into(), Moment::default())
    }

    fn kept(place: Place, millis: u64, id: Option<&str>) -> Kept {
        Kept {
            place,
            picked: Moment::default() + Duration::from_millis(millis),
            id: id.map(str::to_owned),
        }
    }

    fn keys(queue: &Queue) -> Vec<&str> {
        queue.all().map(|tile| tile.key.as_str()).collect()
    }

    #[test]
    fn photos_go_one_after_the_other() {
        let mut queue = Queue::default();
        let (first, second) = (add(&mut queue, "a"), add(&mut queue, "b"));
        assert_eq!(queue.next(), Some(first));
        queue.set(first, State::Sending(10));
        assert_eq!(queue.next(), Some(second));
        assert_eq!(queue.busy("LEAK"), 2);
        queue.set(first, State::Here("a".into()));
        queue.set(second, State::Failed(Failure::Offline));
        assert_eq!((queue.busy("LEAK"), queue.failed("LEAK"), queue.next()), (0, 1, None));
        queue.retry_unreached();
        assert_eq!(queue.next(), Some(second));
        queue.set(second, State::Failed(Failure::Nonsense));
        queue.retry_unreached();
        assert_eq!(queue.next(), None, "there was a network");
        queue.retry("LEAK");
        assert_eq!(queue.next(), Some(second));
    }

    #[test]
    fn a_removed_photo_does_not_come_back() {
        let mut queue = Queue::default();
        let n = add(&mut queue, "a");
        let gone = queue.remove(|tile| tile.n == n);
        assert_eq!(gone.len(), 1);
        queue.set(n, State::Here("a".into()));
        assert_eq!(queue.counts("LEAK"), BTreeMap::new());
    }

    #[test]
    fn photos_outlive_the_page_in_their_order() {
        let mut queue = Queue::default();
        add(&mut queue, "first");
        add(&mut queue, "second");
        let picked: Vec<_> = queue.all().map(|tile| (tile.key.clone(), tile.picked)).collect();
        let mut again = Queue::default();
        for (key, picked) in picked.into_iter().rev() {
            let waits = again.take_in(
                key,
                Kept {
                    place: place(),
                    picked,
                    id: None,
                },
            );
            assert!(waits.is_some(), "there is its picture to be found");
        }
        assert_eq!(keys(&again), ["first", "second"]);
        assert_eq!(again.counts("LEAK"), BTreeMap::from([("photos".into(), 2)]));
    }

    #[test]
    fn what_the_server_has_is_not_waited_for() {
        let mut queue = Queue::default();
        assert_eq!(queue.take_in("a".into(), kept(place(), 5, Some("1"))), None);
        assert_eq!(queue.take_in("a".into(), kept(place(), 5, None)), None, "an older word");
        let n = queue.take_in("b".into(), kept(place(), 3, None));
        assert_eq!(n, queue.next());
        assert_eq!(queue.take_in("b".into(), kept(place(), 3, Some("2"))), None);
        let held = BTreeMap::from([("photos".into(), vec!["2".into(), "1".into()])]);
        assert_eq!(queue.held("LEAK"), held);
    }

    #[test]
    fn filing_forgets_the_draft_s_photos_only() {
        let mut queue = Queue::default();
        queue.take_in("a".into(), kept(place(), 1, Some("1")));
        queue.take_in("b".into(), kept(Place::new("NEW", "id_card"), 2, Some("2")));
        queue.remove(|tile| tile.place.owner == "LEAK");
        assert_eq!(keys(&queue), ["b"]);
    }
}
