//! The macros that write forms and groups of questions.

/// Writes a form.
///
/// ```text
/// form! {
///     /// What the form is for.
///     pub LEAK = Service::Leak, urgent DANGER => {
///         page place "在哪里" / "Where" {
///             ..ACCOUNT;
///             address: Address = "地址" / "Address", help "小区、楼栋" / "Estate, building";
///             code: CreditCode = "信用代码" / "Credit code", when ORGANISATION;
///             old_phone: Phone = "原户主手机" / "Old owner's phone", unlike phone Flaw::SamePhone;
///             until: Day = "到哪天" / "Until", days Days::after("from", 30);
///         }
///         page photos "照片" / "Photos", materials [photos] {}
///     }
/// }
/// ```
///
/// `..GROUP` asks what a group of questions asks. A field of type `Option<_>` may be left blank; one with `when` is asked
/// where the condition holds; one with `unlike` names a field that must be answered otherwise, and one with `days` the days
/// that a date may name. A form that is `urgent` under a condition goes to the top.
macro_rules! form {
    (
        $(#[$meta:meta])*
        pub $form:ident = $service:expr $(, urgent $urgent:expr)? => {
            $(
                page $page:ident $pzh:literal / $pen:literal $(, materials [$($material:ident),*])? { $($fields:tt)* }
            )*
        }
    ) => {
        $(#[$meta])*
        pub static $form: $crate::form::Form = $crate::form::Form {
            service: $service,
            pages: &[$(
                $crate::form::Page {
                    key: stringify!($page),
                    title: $crate::words::bi($pzh, $pen),
                    fields: $crate::form::macros::fields!($($fields)*),
                    materials: &[$($(stringify!($material)),*)?],
                },
            )*],
            urgent: $crate::form::macros::maybe!($($urgent)?),
        };
    };
}

/// Writes questions, as they stand on a page of a form: a `&'static [Field]`.
macro_rules! fields {
    ($($fields:tt)*) => {{
        const GROUPS: &[&[$crate::form::Field]] = $crate::form::macros::groups!([] $($fields)*);
        const FIELDS: [$crate::form::Field; $crate::form::Field::count(GROUPS)] = $crate::form::Field::join(GROUPS);
        &FIELDS
    }};
}

/// Takes questions one by one: each is a group of its own or the name of one.
macro_rules! groups {
    ([$($group:expr,)*]) => { &[$($group),*] };
    ([$($group:expr,)*] ..$named:expr; $($rest:tt)*) => {
        $crate::form::macros::groups!([$($group,)* $named,] $($rest)*)
    };
    (
        [$($group:expr,)*]
        $field:ident : $ty:ty = $zh:literal / $en:literal
            $(, help $hzh:literal / $hen:literal)?
            $(, when $when:expr)?
            $(, unlike $other:ident $same:expr)?
            $(, days $days:expr)?;
        $($rest:tt)*
    ) => {
        $crate::form::macros::groups!([
            $($group,)*
            &[$crate::form::Field {
                asked: $crate::form::macros::asked!($($when)?),
                unlike: $crate::form::macros::maybe!($((stringify!($other), $same))?),
                days: $crate::form::macros::maybe!($($days)?),
                ..$crate::form::Field::alone::<$ty>(
                    stringify!($field),
                    $crate::words::bi($zh, $en),
                    $crate::form::macros::maybe!($($crate::words::bi($hzh, $hen))?),
                )
            }],
        ] $($rest)*)
    };
}

macro_rules! maybe {
    () => {
        None
    };
    ($value:expr) => {
        Some($value)
    };
}

macro_rules! asked {
    () => {
        $crate::form::Asked::Always
    };
    ($when:expr) => {
        $crate::form::Asked::When($when)
    };
}

pub(crate) use {asked, fields, form, groups, maybe};
