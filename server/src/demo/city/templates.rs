//! The answer templates of the demo city, in the trade's words.

use shuiting_shared::service::Service;
use shuiting_shared::template::{Occasion, Template};
use shuiting_shared::words::Text;

use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;
use crate::template;

/// Service and occasion, the title and the words in Chinese, then in English.
type Written = (Service, Occasion, [&'static str; 2], [&'static str; 2]);

const TEMPLATES: [Written; 12] = [
    (
        Service::New,
        Occasion::SendBack,
        ["产权证照片不清", "Certificate unreadable"],
        [
            "房屋证明有的页看不清。请把盖章页和附图页在光线好的地方各拍一张,四角都在画面里",
            "Parts of the proof of the property cannot be read. Please photograph the stamped page and the plan, each in good light with all four corners",
        ],
    ),
    (
        Service::New,
        Occasion::Reject,
        ["不在供水范围", "Outside our area"],
        [
            "{name}您好,您申请用水的地址现在还没有我们的供水管道,暂时不能报装。管道通到后可以重新申请,有疑问请拨{hotline}",
            "Dear {name}, there is no water main of ours at this address yet, so it cannot be connected for now. Please apply again once there is, or call {hotline}",
        ],
    ),
    (
        Service::New,
        Occasion::Finish,
        ["已装表通水", "Meter fitted"],
        [
            "{name}您好,水表已装好并通水,请开一次水龙头放水几分钟再用。户号会印在第一期水费单上,有问题请拨{hotline}",
            "Dear {name}, the meter is fitted and the water is on. Please let the tap run for a few minutes first. Your account number comes with the first bill; questions: {hotline}",
        ],
    ),
    (
        Service::New,
        Occasion::Note,
        ["约上门勘查", "Survey visit"],
        [
            "{name}您好,{unit}的师傅会打您的电话约时间上门勘查,请让人在家并把装表的位置清出来。单号{number}",
            "Dear {name}, {unit} will call you to agree on a visit. Please have somebody at home and the place for the meter cleared. Number {number}",
        ],
    ),
    (
        Service::Trans,
        Occasion::SendBack,
        ["协议缺签名", "Signature missing"],
        [
            "过户协议要新旧户主都签名并写日期,请补签后重新拍照",
            "The transfer agreement needs the signature of both owners and the date. Please sign it and take the photo again",
        ],
    ),
    (
        Service::Trans,
        Occasion::Reject,
        ["有欠费", "Bills unpaid"],
        [
            "{name}您好,这个户号还有水费没有结清,按规定结清后才能过户。请先交清,再重新申请。查欠费请拨{hotline}",
            "Dear {name}, this account has unpaid bills; it can be transferred once they are paid. Please pay and apply again. To ask what is open, call {hotline}",
        ],
    ),
    (
        Service::Trans,
        Occasion::Finish,
        ["户名已变更", "Account transferred"],
        [
            "{name}您好,户名已改成您的名字,从下一期账单起由您交费。一户多人口要重新申报,请在微网厅办理",
            "Dear {name}, the account is now in your name; bills from the next one on are yours. A larger household has to be declared anew, in the hall",
        ],
    ),
    (
        Service::Trans,
        Occasion::Note,
        ["请来签合同", "Come to sign"],
        [
            "{name}您好,材料已核对好,请在{due}前带身份证原件到营业厅签供用水合同。单号{number}",
            "Dear {name}, your documents are in order. Please come to our counter with your identity card by {due} to sign the contract. Number {number}",
        ],
    ),
    (
        Service::Leak,
        Occasion::SendBack,
        ["地址找不到", "Place not found"],
        [
            "按您写的地址没有找到漏水点。请写清楚路名和门牌,或最近的路口、店名,有照片更好",
            "We did not find the leak at this address. Please give the road and number, or the nearest crossing or shop; a photo helps",
        ],
    ),
    (
        Service::Leak,
        Occasion::Reject,
        ["表后自修", "After the meter"],
        [
            "{name}您好,漏点在水表之后,属于您自己的管道,请找水工维修。要我们帮忙关表前阀门,请拨{hotline},不收费",
            "Dear {name}, the leak is behind the meter, on your own pipe; please call a plumber. If you want us to shut the valve before the meter, call {hotline}, free of charge",
        ],
    ),
    (
        Service::Leak,
        Occasion::Finish,
        ["已修好通水", "Repaired"],
        [
            "{name}您好,漏点已修好,供水正常。刚通水时水可能有点浑,放几分钟就清。还有问题请拨{hotline}",
            "Dear {name}, the leak is repaired and the supply is back. The water may be cloudy at first; let it run for some minutes. Any trouble: {hotline}",
        ],
    ),
    (
        Service::Leak,
        Occasion::Note,
        ["师傅在路上", "Crew on the way"],
        [
            "您报的{service}(单号{number})已派给{unit},师傅正在赶来,预计{due}前修好。情况变严重请马上拨{hotline}",
            "\"{service}\" {number} is with {unit}; the crew is on its way and means to be done by {due}. If it gets worse, call {hotline} at once",
        ],
    ),
];

/// Writes them, as the supervisor would.
pub(super) fn write(app: &App, conn: &mut Conn, supervisor: &Caller) -> Result<(), Failure> {
    for (service, occasion, title, words) in TEMPLATES {
        let text = |[zh, en]: [&str; 2]| Text {
            zh: zh.to_owned(),
            en: en.to_owned(),
        };
        let template = Template {
            service: Some(service),
            occasion,
            title: text(title),
            words: text(words),
        };
        template::add(app, conn, supervisor, template)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_for_each_occasion_of_each_service() {
        let mut fitting = TEMPLATES.map(|(service, occasion, ..)| (service, occasion)).to_vec();
        fitting.sort_unstable();
        fitting.dedup();
        assert_eq!(fitting.len(), 3 * Occasion::ALL.len());
    }
}
