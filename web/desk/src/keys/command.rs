//! What can be done by a key.

use shuiting_shared::case::Verb;
use shuiting_shared::print::Print;

/// What can be done by a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Lists the keys.
    Keys,
    /// Takes back what has just been done.
    Undo,
    /// Opens the palette.
    Palette,
    /// To the inbox.
    ToInbox,
    /// To the services that can be filed.
    ToFile,
    /// To the books.
    ToBooks,
    /// To the templates.
    ToTemplates,
    /// To what became of direct debits.
    ToDebits,
    /// To the letters of authority.
    ToAuthorities,
    /// To the letters that did not arrive.
    ToLetters,
    /// To the codes that lead to the hall.
    ToSignposts,
    /// To the outage notices.
    ToOutages,
    /// To the community events.
    ToEvents,
    /// To the hotline's calls.
    ToCalls,
    /// To the articles of knowledge.
    ToKnowledge,
    /// To the dispatch board.
    ToBoard,
    /// To the call-backs.
    ToCallbacks,
    /// To the view in this place, from 1.
    ToView,
    /// A row down.
    Down,
    /// A row up.
    Up,
    /// Opens the row's case.
    Open,
    /// Chooses the row.
    Pick,
    /// To the search.
    Search,
    /// Looks at the list again.
    Renew,
    /// An act on the case.
    Act(Verb),
    /// Passes the case on to the unit that is proposed.
    Pass,
    /// Shows the acts that are seldom wanted.
    More,
    /// Opens the documents.
    Look,
    /// Prints a paper of the case.
    Print(Print),
    /// To the next case of the list.
    Next,
    /// To the case before.
    Previous,
    /// From the case back to its row.
    ToRow,
    /// The next picture.
    NextPhoto,
    /// The picture before.
    PreviousPhoto,
    /// The first picture of the next document.
    NextMaterial,
    /// The first picture of the document before.
    PreviousMaterial,
    /// Larger.
    Nearer,
    /// Smaller.
    Farther,
    /// As large as fits.
    Fit,
    /// A quarter turn to the right.
    TurnRight,
    /// A quarter turn to the left.
    TurnLeft,
    /// Shows the masked answers beside the document in full.
    Reveal,
    /// The document is in order.
    Accept,
    /// The document is refused: asks why.
    Refuse,
    /// Refuses it for the reason in this place, from 1.
    Reason,
    /// To the reason in own words.
    OwnWords,
    /// Closes the reasons.
    GiveUp,
    /// Sends the dialog.
    Send,
    /// Puts a template in; the field that has the focus does it.
    Template,
    /// The next entry of the palette.
    Later,
    /// The entry of the palette before.
    Earlier,
    /// Does what the entry of the palette says.
    Choose,
    /// Turns the camera's picture.
    TurnCamera,
    /// Files for the resident.
    File,
    /// To the field in which knowledge is looked for.
    CallSearch,
    /// To the work order that the caller needs.
    CallOrder,
    /// The kind of the order in this place, from 1.
    CallKind,
    /// The kind in one of the last three places, 10 to 12.
    CallKindAt(u8),
    /// Files the order and joins it with the one that is there.
    CallJoin,
    /// Files the order and makes one burst of all that are there.
    CallBurst,
    /// Urges the case that is chosen for the caller.
    CallUrge,
    /// The caller was told where the case stands that is chosen.
    CallStanding,
    /// There was nothing to do.
    CallNothing,
}

impl Command {
    /// Whether it is worth being found by its name.
    pub(super) const fn offered(self) -> bool {
        matches!(
            self,
            Self::Keys
                | Self::Undo
                | Self::ToInbox
                | Self::ToFile
                | Self::ToBooks
                | Self::ToTemplates
                | Self::ToDebits
                | Self::ToAuthorities
                | Self::ToLetters
                | Self::ToSignposts
                | Self::ToOutages
                | Self::ToEvents
                | Self::ToCalls
                | Self::ToKnowledge
                | Self::ToBoard
                | Self::ToCallbacks
                | Self::Pass
                | Self::Search
                | Self::Renew
                | Self::Act(_)
                | Self::Look
                | Self::Print(_)
                | Self::Next
                | Self::Previous
                | Self::File
        )
    }

    /// Whether it is done again and again while the key is held down.
    pub(super) const fn repeats(self) -> bool {
        matches!(
            self,
            Self::Down
                | Self::Up
                | Self::NextPhoto
                | Self::PreviousPhoto
                | Self::Nearer
                | Self::Farther
                | Self::Later
                | Self::Earlier
        )
    }
}

/// What lies on top, and has the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layer {
    /// No dialog.
    Page,
    /// A dialog in which something is typed or read.
    Sheet,
    /// The documents, large.
    Viewer,
    /// The palette.
    Palette,
    /// The document camera.
    Camera,
}

/// Where a command can be done; its heading in the list of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Anywhere,
    Desk,
    List,
    Case,
    Viewer,
    Sheet,
    Palette,
    Counter,
    Call,
    Camera,
}

impl Place {
    /// In the order of the list of keys.
    pub(super) const ALL: [Self; 10] = [
        Self::Anywhere,
        Self::Desk,
        Self::List,
        Self::Case,
        Self::Viewer,
        Self::Sheet,
        Self::Palette,
        Self::Counter,
        Self::Call,
        Self::Camera,
    ];

    /// The layers that have its keys while they are on top.
    pub(super) const fn layers(self) -> &'static [Layer] {
        match self {
            Self::Anywhere => &[Layer::Page, Layer::Viewer],
            Self::Desk | Self::List | Self::Case | Self::Counter | Self::Call => &[Layer::Page],
            Self::Viewer => &[Layer::Viewer],
            Self::Sheet => &[Layer::Sheet],
            Self::Palette => &[Layer::Palette],
            Self::Camera => &[Layer::Camera],
        }
    }
}
