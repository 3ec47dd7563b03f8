//! The kinds of messages, each with a stable code by which templates of providers name it.

use super::{Message, OutageNews};
use crate::outage::OutageKind;
use crate::time::Moment;
use crate::words::choices;

choices! {
    /// A kind of message.
    pub enum Kind {
        Code "code" = "登录验证码" / "Sign-in code";
        Agree "agree" = "同意提交的验证码" / "Code to agree";
        Filed "filed" = "已收到申请" / "Filing received";
        Confirming "confirming" = "等对方确认" / "Waits for the other side";
        AskParty "ask_party" = "请您确认" / "Asks to confirm";
        Confirmed "confirmed" = "对方已确认" / "The other side agreed";
        Declined "declined" = "对方没同意" / "The other side declined";
        SentBack "sent_back" = "要补正" / "To complete";
        Rejected "rejected" = "没有办理" / "Closed, not done";
        Dispatched "dispatched" = "已转办" / "Passed on";
        Advanced "advanced" = "办理进展" / "A step is done";
        Quoted "quoted" = "报价" / "Quote";
        Paid "paid" = "已收到费用" / "Fee received";
        Concluded "concluded" = "有结果" / "Result";
        Redone "redone" = "重新办理" / "A step is done again";
        Noted "noted" = "留言" / "Words from the desk";
        Finished "finished" = "已办结" / "Finished";
        Following "following" = "已关注" / "Followed";
        FollowedDispatched "followed_dispatched" = "关注的已转办" / "Followed: passed on";
        FollowedFinished "followed_finished" = "关注的已办结" / "Followed: finished";
        FollowedClosed "followed_closed" = "关注的已关闭" / "Followed: closed";
        Joined "joined" = "一起处理" / "Dealt with together";
        Interim "interim" = "正在处理" / "Being worked on";
        Rung "rung" = "时限提醒" / "A clock runs out";
        ReturnedAgain "returned_again" = "再次退单" / "Sent back again";
        Supervised "supervised" = "督办" / "Supervised";
        LowRated "low_rated" = "不满意评价" / "Low rating";
        DebitFailed "debit_failed" = "扣款不成" / "Debit failed";
        DebitEnded "debit_ended" = "代扣已停止" / "Debit ended";
        AuthorityGranted "authority_granted" = "授权已核对" / "Authority granted";
        AuthorityRefused "authority_refused" = "授权没通过" / "Authority refused";
        AuthorityEnded "authority_ended" = "授权已结束" / "Authority ended";
        Shared "shared" = "账单分享" / "Bills shared";
        BillsPaid "bills_paid" = "水费已缴" / "Bills paid";
        PaidBack "paid_back" = "退款" / "Refund";
        RunsOut "runs_out" = "快到期" / "Runs out";
        EventMoved "event_moved" = "活动改期" / "Event moved";
        EventCancelled "event_cancelled" = "活动取消" / "Event cancelled";
        EventTomorrow "event_tomorrow" = "明天有活动" / "Event tomorrow";
        OutagePosted "outage_posted" = "停水通知" / "Outage";
        OutageBegins "outage_begins" = "开始停水" / "Outage begins";
        OutageChanged "outage_changed" = "停水有变" / "Outage changed";
        OutageEnded "outage_ended" = "恢复供水" / "Water is back";
        WaterComes "water_comes" = "应急送水" / "Emergency water";
    }
}

impl Kind {
    /// Whether it stands in a resident's inbox: codes are for one moment, and supervisors are no residents.
    pub const fn stays(self) -> bool {
        !matches!(self, Self::Code | Self::Agree) && !self.of_staff()
    }

    /// Whether staff hear it, at any hour: it is their work.
    pub const fn of_staff(self) -> bool {
        matches!(
            self,
            Self::LowRated | Self::Rung | Self::ReturnedAgain | Self::Supervised
        )
    }

    /// Whether it must be heard of: residents answer it, or something will not be done as they asked.
    pub const fn must(self) -> bool {
        matches!(
            self,
            Self::AskParty
                | Self::SentBack
                | Self::Declined
                | Self::Rejected
                | Self::Quoted
                | Self::Concluded
                | Self::Redone
                | Self::PaidBack
                | Self::RunsOut
                | Self::EventMoved
                | Self::EventCancelled
                | Self::DebitFailed
                | Self::DebitEnded
                | Self::AuthorityRefused
                | Self::AuthorityEnded
                | Self::OutagePosted
                | Self::OutageBegins
                | Self::OutageChanged
                | Self::OutageEnded
                | Self::WaterComes
        )
    }

    /// Whether it tells somebody of what they are doing just now, so that they are awake.
    const fn answers(self) -> bool {
        matches!(
            self,
            Self::Code | Self::Agree | Self::Filed | Self::Confirming | Self::Following | Self::Paid | Self::BillsPaid
        )
    }
}

impl Message {
    /// Its kind.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Code { .. } => Kind::Code,
            Self::Agree { .. } => Kind::Agree,
            Self::Filed { .. } => Kind::Filed,
            Self::Confirming { .. } => Kind::Confirming,
            Self::AskParty { .. } => Kind::AskParty,
            Self::Confirmed { .. } => Kind::Confirmed,
            Self::Declined { .. } => Kind::Declined,
            Self::SentBack { .. } => Kind::SentBack,
            Self::Rejected { .. } => Kind::Rejected,
            Self::Dispatched { .. } => Kind::Dispatched,
            Self::Advanced { .. } => Kind::Advanced,
            Self::Quoted { .. } => Kind::Quoted,
            Self::Paid { .. } => Kind::Paid,
            Self::Concluded { .. } => Kind::Concluded,
            Self::Redone { .. } => Kind::Redone,
            Self::Noted { .. } => Kind::Noted,
            Self::Finished { .. } => Kind::Finished,
            Self::Following { .. } => Kind::Following,
            Self::FollowedDispatched { .. } => Kind::FollowedDispatched,
            Self::FollowedFinished { .. } => Kind::FollowedFinished,
            Self::FollowedClosed { .. } => Kind::FollowedClosed,
            Self::Joined { .. } => Kind::Joined,
            Self::Interim { .. } => Kind::Interim,
            Self::Rung { .. } => Kind::Rung,
            Self::ReturnedAgain { .. } => Kind::ReturnedAgain,
            Self::Supervised { .. } => Kind::Supervised,
            Self::LowRated { .. } => Kind::LowRated,
            Self::DebitFailed { .. } => Kind::DebitFailed,
            Self::DebitEnded { .. } => Kind::DebitEnded,
            Self::AuthorityGranted { .. } => Kind::AuthorityGranted,
            Self::AuthorityRefused { .. } => Kind::AuthorityRefused,
            Self::AuthorityEnded { .. } => Kind::AuthorityEnded,
            Self::Shared { .. } => Kind::Shared,
            Self::BillsPaid { .. } => Kind::BillsPaid,
            Self::PaidBack { .. } => Kind::PaidBack,
            Self::RunsOut { .. } => Kind::RunsOut,
            Self::EventMoved { .. } => Kind::EventMoved,
            Self::EventCancelled { .. } => Kind::EventCancelled,
            Self::EventTomorrow { .. } => Kind::EventTomorrow,
            Self::Outage { what, .. } => match what {
                OutageNews::Posted => Kind::OutagePosted,
                OutageNews::Begins => Kind::OutageBegins,
                OutageNews::Changed { .. } => Kind::OutageChanged,
                OutageNews::Ended { .. } => Kind::OutageEnded,
                OutageNews::Water => Kind::WaterComes,
            },
        }
    }

    /// Until when something must be answered, or heard of, where the message says so.
    const fn due(&self) -> Option<Moment> {
        match self {
            Self::Outage {
                what: OutageNews::Ended { .. },
                ..
            } => None,
            Self::Outage { outage, .. } => Some(outage.starts),
            Self::EventCancelled { event, .. } | Self::EventTomorrow { event } => Some(event.starts),
            Self::AskParty { due, .. } | Self::Quoted { due, .. } | Self::Concluded { due, .. } => *due,
            _ => None,
        }
    }

    /// Whether it loses nothing by waiting until then: nobody is waiting for it, and no time to answer it runs out.
    pub fn can_wait(&self, until: Moment) -> bool {
        let kind = self.kind();
        // Who has no water all of a sudden may be waiting for a word.
        let sudden = self.outage().is_some_and(|outage| outage.kind == OutageKind::Unplanned);
        !sudden && !kind.answers() && !kind.of_staff() && self.due().is_none_or(|due| due > until)
    }
}
