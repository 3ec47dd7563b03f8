//! The way through the photos of a case.

use shuiting_shared::api::CaseView;

use super::super::materials::in_order;

/// What some photos show.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Subject {
    /// The material with this key.
    Material(String),
    /// Something else, by its name.
    Other(String),
}

/// The photos of one subject.
#[derive(Clone, Debug, PartialEq)]
struct Album {
    subject: Subject,
    photos: Vec<String>,
}

/// Photos that are looked at one after the other, and which of them is seen. There is at least one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tour {
    albums: Vec<Album>,
    album: usize,
    photo: usize,
}

impl Tour {
    /// Through the materials of a case; none where no photo came with it.
    pub(crate) fn of(case: &CaseView) -> Option<Self> {
        let materials = in_order(case)
            .into_iter()
            .filter(|material| !material.photos.is_empty());
        let albums = materials.map(|material| Album {
            subject: Subject::Material(material.key.clone()),
            photos: material.photos.clone(),
        });
        let albums: Vec<_> = albums.collect();
        (!albums.is_empty()).then_some(Self {
            albums,
            album: 0,
            photo: 0,
        })
    }

    /// Through photos that are no material.
    pub(crate) fn of_others(title: String, photos: Vec<String>, photo: usize) -> Option<Self> {
        (!photos.is_empty()).then(|| Self {
            albums: vec![Album {
                subject: Subject::Other(title),
                photos,
            }],
            album: 0,
            photo,
        })
    }

    /// The same, at a photo of a material.
    #[must_use]
    pub(crate) fn at(self, material: &str, photo: usize) -> Self {
        match self.find(material) {
            Some(album) => Self { album, photo, ..self },
            None => self,
        }
    }

    fn find(&self, material: &str) -> Option<usize> {
        let is = |album: &Album| matches!(&album.subject, Subject::Material(key) if key == material);
        self.albums.iter().position(is)
    }

    fn seen(&self) -> Option<&Album> {
        self.albums.get(self.album)
    }

    /// What is seen.
    pub(super) fn subject(&self) -> Option<&Subject> {
        self.seen().map(|album| &album.subject)
    }

    /// The key of the material that is seen, where it is one.
    pub(super) fn material(&self) -> Option<&str> {
        match self.subject()? {
            Subject::Material(key) => Some(key),
            Subject::Other(_) => None,
        }
    }

    /// The id of the photo that is seen.
    pub(super) fn photo(&self) -> Option<&str> {
        let photo = self.seen()?.photos.get(self.photo)?;
        Some(photo)
    }

    /// Which photo of its subject it is, from 1, and of how many.
    pub(super) fn place(&self) -> (usize, usize) {
        (self.photo + 1, self.seen().map_or(0, |album| album.photos.len()))
    }

    /// Which subject it is, from 1, and of how many.
    pub(super) fn stop(&self) -> (usize, usize) {
        (self.album + 1, self.albums.len())
    }

    /// How many photos there are in all.
    pub(super) fn len(&self) -> usize {
        self.albums.iter().map(|album| album.photos.len()).sum()
    }

    /// The next photo; after the last one of a subject the first of the next.
    pub(super) fn go_on(&mut self) {
        let (photo, photos) = self.place();
        if photo < photos {
            self.photo += 1;
        } else {
            self.skip();
        }
    }

    /// The photo before; before the first one of a subject the last of the subject before.
    pub(super) fn go_back(&mut self) {
        if self.photo > 0 {
            self.photo -= 1;
        } else {
            self.skip_back();
            self.photo = self.place().1.saturating_sub(1);
        }
    }

    /// The first photo of the next subject, round and round.
    pub(super) fn skip(&mut self) {
        self.album = (self.album + 1) % self.albums.len().max(1);
        self.photo = 0;
    }

    /// The first photo of the subject before.
    pub(super) fn skip_back(&mut self) {
        let albums = self.albums.len().max(1);
        self.album = (self.album + albums - 1) % albums;
        self.photo = 0;
    }

    /// The same at the next material that is not `done`, searched for round and round; none where all are.
    pub(crate) fn to_open(&self, done: impl Fn(&str) -> bool) -> Option<Self> {
        let mut tour = self.clone();
        let open = |tour: &Self| tour.material().is_some_and(|key| !done(key));
        for _ in &self.albums {
            tour.skip();
            if open(&tour) {
                return Some(tour);
            }
        }
        None
    }

    /// At its first material that is not `done`, else at its beginning.
    #[must_use]
    pub(crate) fn at_open(self, done: impl Fn(&str) -> bool) -> Self {
        let last = Self {
            album: self.albums.len().saturating_sub(1),
            ..self.clone()
        };
        last.to_open(done).unwrap_or(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An identity card with two photos, and two papers with one each.
    fn tour() -> Tour {
        let album = |key: &str, photos: &[&str]| Album {
            subject: Subject::Material(key.into()),
            photos: photos.iter().map(|photo| (*photo).to_owned()).collect(),
        };
        Tour {
            albums: vec![
                album("id_card", &["a", "b"]),
                album("property", &["c"]),
                album("drawings", &["d"]),
            ],
            album: 0,
            photo: 0,
        }
    }

    #[test]
    fn it_leads_through_all_photos_and_back() {
        let mut tour = tour();
        let mut seen = Vec::new();
        for _ in 0..tour.len() {
            seen.push(tour.photo().unwrap().to_owned());
            tour.go_on();
        }
        assert_eq!(seen, ["a", "b", "c", "d"]);
        assert_eq!(tour.photo(), Some("a"), "round and round");
        for photo in ["d", "c", "b", "a"] {
            tour.go_back();
            assert_eq!(tour.photo(), Some(photo));
        }
    }

    #[test]
    fn it_skips_to_whole_documents() {
        let mut tour = tour();
        tour.skip();
        assert_eq!((tour.material(), tour.stop()), (Some("property"), (2, 3)));
        tour.skip_back();
        tour.skip_back();
        assert_eq!(tour.material(), Some("drawings"));
        let tour = tour.at("id_card", 1);
        assert_eq!((tour.photo(), tour.place()), (Some("b"), (2, 2)));
        assert_eq!(tour.clone().at("nothing", 0), tour);
    }

    #[test]
    fn it_goes_on_with_what_nobody_has_judged() {
        let at = |tour: Option<Tour>| tour.and_then(|tour| tour.material().map(str::to_owned));
        let open = |done: &[&str]| tour().to_open(|key| done.contains(&key));
        assert_eq!(at(open(&["id_card"])).as_deref(), Some("property"));
        assert_eq!(at(open(&["id_card", "property"])).as_deref(), Some("drawings"));
        assert_eq!(at(open(&["property", "drawings"])).as_deref(), Some("id_card"));
        assert_eq!(open(&["id_card", "property", "drawings"]), None);
        let first = |done: &[&str]| tour().at_open(|key| done.contains(&key));
        assert_eq!(first(&[]).photo(), Some("a"));
        assert_eq!(first(&["id_card"]).photo(), Some("c"));
        assert_eq!(first(&["id_card", "property", "drawings"]).photo(), Some("a"));
    }

    #[test]
    fn photos_that_are_no_document_are_a_tour_of_their_own() {
        let mut tour = Tour::of_others("处理后照片".into(), vec!["x".into(), "y".into()], 1).unwrap();
        assert_eq!((tour.photo(), tour.material()), (Some("y"), None));
        tour.go_on();
        assert_eq!(tour.photo(), Some("x"));
        assert_eq!(tour.to_open(|_| false), None, "there is nothing to judge");
        assert_eq!(Tour::of_others(String::new(), Vec::new(), 0), None);
    }
}
