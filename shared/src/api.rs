//! The JSON that crosses the wire, the same types on both ends.

/// Declares wire types: all are plain data with the same derives.
macro_rules! wire {
    ($($(#[$meta:meta])* pub struct $name:ident { $($body:tt)* })+) => {$(
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
        $(#[$meta])*
        pub struct $name { $($body)* }
    )+};
}

mod authority;
mod beside;
mod board;
mod call;
mod callback;
mod case;
mod catalogue;
mod crew;
mod debit;
mod desk;
mod event;
mod helping;
mod knowledge;
mod letters;
mod mine;
mod near;
mod onsite;
mod order;
mod outage;
mod pay;
mod profile;
mod session;
mod signpost;
mod template;
mod views;
mod volunteer;
mod water;
mod wechat;

pub use authority::{
    ActingView, AuthorityAccount, AuthorityAsked, AuthorityQuery, AuthorityVerdict, AuthorityView, NewAuthority,
};
pub use beside::{Bond, Doing, Presence, Present, RelatedCase};
pub use board::{Board, BoardLine, BoardLoad, BoardQuery, BoardUnit, OfKind, OfUnit, OrderFigures, OrderReport};
pub use call::{
    CallHeard, CallOutcome, CallTold, CallView, CallerAccount, CallerView, MyCalls, NewBurst, PastCall, StreetQuery,
    StreetView,
};
pub use callback::{CallbackList, CallbackQuery, CallbackTold, CallbackView};
pub use case::{
    Act, AttachmentView, By, ByKind, CaseLine, CaseView, Changed, Conflict, DemoMessage, EntryView, Filed,
    MaterialView, NewCase, NewCaseFor, RatingView, Reveal, Revealed, Vetted, Viewer,
};
pub use catalogue::{
    ChoiceView, DaysView, FieldView, MaterialFact, OutcomeView, PageView, RangeView, ServiceView, SlotView, StepView,
    WhenView,
};
pub use crew::{CrewDelivery, CrewOrder};
pub use debit::{DebitCount, DebitItemView, DebitQuery, DebitRunView, DebitView, DebitsView};
pub use desk::{BulkAct, BulkDone, Colleague, DueFilter, Feedback, Filter, Inbox, OrderList, Outcome, Sort, Whose};
pub use event::{
    EventCancel, EventChange, EventOutcome, EventPhotos, EventQuery, EventReport, EventVersion, EventView, ReportQuery,
    ShownService,
};
pub use helping::{Agree, NewPreparation, Prepared, ToAgree};
pub use knowledge::{ArticleChange, ArticleQuery, ArticleRead, ArticleVersion, ArticleView, Helped};
pub use letters::{
    ConsentOffer, ConsentQuery, ConsentsGiven, DeadLetter, DeadLetters, InboxMessage, InboxMessages, InboxQuery,
    LetterIds, LettersDone, ReadMessages, Undelivered, Unread,
};
pub use mine::{DeviceView, MyData};
pub use near::{Following, MeToo, NearLeak, NearQuery};
pub use onsite::{NewOnsiteAct, OnsiteCount};
pub use order::{WorkOrderLine, WorkOrderView};
pub use outage::{
    DeliveryChange, DeliveryView, FollowedArea, FollowedAreas, GiveWater, Given, LinkCases, NoticeQuery, OutageCase,
    OutageCases, OutageChange, OutageQuery, OutageReport, OutageVersion, OutageView, StopView,
};
pub use pay::{
    LineView, NewOrder, OrderView, Ordered, OwedBill, OwedView, PayBooks, PayDay, PayDifference, RefundView, Resolve,
    Resolved, ToPay,
};
pub use profile::{KnownPlace, OwnIdNumber, ProfileChange, ProfileView};
pub use session::{
    AppKind, CodeRequest, CodeSent, GuestStart, Me, MeChange, NewTicket, Refresh, SealedPhone, Session, SignIn,
    StaffSignIn, Ticket, Tokens, WechatBinding, WechatSignIn, WhySignIn,
};
pub use signpost::SignpostPicture;
pub use template::{TemplateChange, TemplateVersion, TemplateView};
pub use views::{NewView, SavedView, ViewChange, ViewName, Views};
pub use volunteer::{Check, HelperView, MinuteCode, NewVolunteer, TurnChange, TurnView, VolunteerView};
pub use water::{
    BillView, BindingChange, NewBinding, NewShare, ReadyQuery, ReadyView, ShareView, WaterAccountView, WaterBeside,
    WaterDetails,
};
pub use wechat::{PageSignature, PayInWechat, WeChatPage, WechatPayment};
