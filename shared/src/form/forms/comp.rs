use crate::form::Words;
use crate::form::groups::REACH;
use crate::form::macros::form;
use crate::form::text::choice_answer;
use crate::person::PersonName;
use crate::place::{Address, Town};
use crate::service::Service;
use crate::words::choices;

choices! {
    /// What somebody wants to tell.
    pub enum Category {
        Bill "bill" = "水费、水表" / "Bills and meters";
        Supply "supply" = "停水、水压" / "Outages and pressure";
        Quality "quality" = "水质" / "The water itself";
        Repair "repair" = "维修、施工" / "Repairs and works";
        Manner "manner" = "服务态度" / "How we treated you";
        Idea "idea" = "建议" / "A suggestion";
        Other "other" = "别的" / "Something else";
    }
}

choice_answer!(Category);

form! {
    /// 投诉建议: anyone, signed in or not, says what is wrong or could be better.
    pub COMP = Service::Comp => {
        page what "什么事" / "What it is about" {
            category: Category = "关于什么" / "About";
            words: Words = "请说说" / "Tell us",
                help "什么时候、在哪里、希望怎么解决" / "When, where, and what you would like us to do";
        }
        page place "在哪里" / "Where" {
            town: Option<Town> = "镇街" / "Town or sub-district";
            address: Option<Address> = "地址" / "Address",
                help "和地点无关可以不填" / "Leave it out if it is about no place";
        }
        page contact "联系方式" / "Who to reach" {
            ..REACH;
            name: Option<PersonName> = "怎么称呼" / "Your name";
        }
    }
}
