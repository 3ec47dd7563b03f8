//! The texts of the keys.

use shuiting_shared::words::{Bi, bi};

use super::command::Place;

pub(super) const KEYS: Bi = bi("所有快捷键", "All keys");
pub(super) const KEYS_BUTTON: Bi = bi("快捷键", "Keys");
pub(super) const SINGLE: Bi = bi("用单个按键", "Single keys");
pub(super) const SINGLE_HELP: Bi = bi(
    "用语音输入或容易误按时可以关掉。关掉后 Ctrl 组合键、方向键、Esc 仍然有用",
    "Turn them off if you speak to your computer, or press keys by mistake. Ctrl keys, arrows and Esc go on working",
);
pub(super) const THEN: Bi = bi("再按", "then");

pub(super) const UNDO: Bi = bi("撤销刚做的", "Undo what was just done");
pub(super) const PALETTE: Bi = bi("查找并执行", "Find and do");
pub(super) const TO_INBOX: Bi = bi("去办件", "To the inbox");
pub(super) const TO_FILE: Bi = bi("去代居民办", "To filing for a resident");
pub(super) const TO_BOOKS: Bi = bi("去对账", "To the books");
pub(super) const TO_TEMPLATES: Bi = bi("去答复模板", "To the templates");
pub(super) const TO_LETTERS: Bi = bi("去未送达", "To what did not arrive");
pub(super) const TO_SIGNPOSTS: Bi = bi("去二维码", "To the QR codes");
pub(super) const TO_OUTAGES: Bi = bi("去停水公告", "To the outage notices");
pub(super) const TO_BOARD: Bi = bi("去调度台", "To the dispatch board");
pub(super) const TO_CALLBACKS: Bi = bi("去回访", "To the call-backs");
pub(super) const PASS: Bi = bi("按建议派单", "Pass to the proposed unit");
pub(super) const MORE: Bi = bi("更多操作", "More acts");
pub(super) const TO_EVENTS: Bi = bi("去社区活动", "To the community events");
pub(super) const TO_AUTHORITIES: Bi = bi("去授权待核", "To the letters of authority");
pub(super) const TO_DEBITS: Bi = bi("去银行代扣", "To direct debits");
pub(super) const TO_CALLS: Bi = bi("去热线", "To the hotline");
pub(super) const TO_KNOWLEDGE: Bi = bi("去知识库", "To the knowledge");
pub(super) const CALL_SEARCH: Bi = bi("查知识", "Search the knowledge");
pub(super) const CALL_ORDER: Bi = bi("开工单", "Make a work order");
pub(super) const CALL_KIND: Bi = bi("第1到9类", "Kind 1 to 9");
pub(super) const CALL_KIND_TENTH: Bi = bi("第10类", "Kind 10");
pub(super) const CALL_KIND_ELEVENTH: Bi = bi("第11类", "Kind 11");
pub(super) const CALL_KIND_TWELFTH: Bi = bi("第12类", "Kind 12");
pub(super) const CALL_JOIN: Bi = bi("开单并入已有的一单", "File and join the one that is there");
pub(super) const CALL_BURST: Bi = bi("开单并合成一起爆管", "File and make one burst of all");
pub(super) const CALL_URGE: Bi = bi("替来电人催办", "Urge for the caller");
pub(super) const CALL_STANDING: Bi = bi("已告知进度", "Told where it stands");
pub(super) const CALL_NOTHING: Bi = bi("无事:挂断、打错", "Nothing: hung up, wrong number");
pub(super) const TO_VIEW: Bi = bi("去第几个视图", "To the view in this place");
pub(super) const ROW_DOWN: Bi = bi("下一行", "A row down");
pub(super) const ROW_UP: Bi = bi("上一行", "A row up");
pub(super) const OPEN_ROW: Bi = bi("打开这一件", "Open the case");
pub(super) const PICK_ROW: Bi = bi("选中这一行", "Choose the row");
pub(super) const SEARCH: Bi = bi("去搜索框", "To the search");
pub(super) const RENEW: Bi = bi("刷新列表", "Look at the list again");
pub(super) const LOOK: Bi = bi("看材料", "Look at the documents");
pub(super) const NEXT_CASE: Bi = bi("下一件", "Next case");
pub(super) const PREVIOUS_CASE: Bi = bi("上一件", "Previous case");
pub(super) const TO_ROW: Bi = bi("回到列表里的这一行", "Back to its row in the list");

pub(super) const ACCEPT: Bi = bi("合格,看下一份", "In order, on to the next");
pub(super) const REFUSE: Bi = bi("不合格,选原因", "Refuse, choose why");
pub(super) const REASON: Bi = bi("用第几个原因", "For the reason in this place");
pub(super) const OWN_WORDS: Bi = bi("自己写原因", "A reason in own words");
pub(super) const GIVE_UP: Bi = bi("收起原因;再按一次关闭", "Close the reasons; again: close all");
pub(super) const NEXT_PHOTO: Bi = bi("下一张", "Next picture");
pub(super) const PREVIOUS_PHOTO: Bi = bi("上一张", "Previous picture");
pub(super) const NEXT_MATERIAL: Bi = bi("下一份材料", "Next document");
pub(super) const PREVIOUS_MATERIAL: Bi = bi("上一份材料", "Previous document");
pub(super) const NEARER: Bi = bi("放大", "Zoom in");
pub(super) const FARTHER: Bi = bi("缩小", "Zoom out");
pub(super) const FIT: Bi = bi("看全张", "Fit");
pub(super) const TURN_RIGHT: Bi = bi("向右转", "Turn right");
pub(super) const TURN_LEFT: Bi = bi("向左转", "Turn left");
pub(super) const REVEAL: Bi = bi("查看旁边的完整内容", "Show what is masked beside it in full");

pub(super) const SEND: Bi = bi("提交", "Send");
pub(super) const TEMPLATE: Bi = bi("放入第几个模板", "Put in the template in this place");
pub(super) const LATER: Bi = bi("下一项", "Next entry");
pub(super) const EARLIER: Bi = bi("上一项", "Previous entry");
pub(super) const CHOOSE: Bi = bi("执行这一项", "Do it");
pub(super) const FILE: Bi = bi("提交办理", "File it");
pub(super) const TURN_CAMERA: Bi = bi("旋转画面", "Turn the picture");

/// The heading of a place in the list of keys.
pub(super) const fn place(place: Place) -> Bi {
    match place {
        Place::Anywhere => bi("哪里都能用", "Everywhere"),
        Place::Desk => bi("工作台", "The desk"),
        Place::List => bi("列表", "The list"),
        Place::Case => bi("办件", "A case"),
        Place::Viewer => bi("看材料", "Documents"),
        Place::Sheet => bi("对话框", "Dialogs"),
        Place::Palette => bi("查找并执行", "Find and do"),
        Place::Counter => bi("代居民办", "Filing for a resident"),
        Place::Call => bi("热线", "Hotline"),
        Place::Camera => bi("高拍仪", "Document camera"),
    }
}
