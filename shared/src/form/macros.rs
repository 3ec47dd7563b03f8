//! The macro that writes a form.

/// Writes a form: a struct, its pages, and how answers become the struct.
///
/// ```text
/// form! {
///     /// What the form is for.
///     pub struct Leak for LEAK = Service::Leak {
///         page place "在哪里" / "Where" {
///             town: Town = "镇街" / "Town";
///             address: Address = "地址" / "Address", help "小区、楼栋" / "Estate, building";
///             code: Option<CreditCode> = "信用代码" / "Credit code", when is_organisation;
///             old_phone: Phone = "原户主手机" / "Old owner's phone", unlike phone Flaw::SamePhone;
///         }
///         page photos "照片" / "Photos", materials [photos] {}
///     }
/// }
/// ```
///
/// A field of type `Option<_>` may be left blank; one with `when` is asked, and then required, where the
/// condition holds. One with `unlike` names a field that must be answered otherwise.
macro_rules! form {
    (
        $(#[$meta:meta])*
        pub struct $name:ident for $form:ident = $service:expr => {
            $(
                page $page:ident $pzh:literal / $pen:literal $(, materials [$($material:ident),*])? {
                    $(
                        $field:ident : $ty:ty = $zh:literal / $en:literal
                            $(, help $hzh:literal / $hen:literal)?
                            $(, when $when:path)?
                            $(, unlike $other:ident $same:expr)?;
                    )*
                }
            )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        pub struct $name {
            $($(
                #[doc = concat!($zh, " · ", $en)]
                pub $field: $ty,
            )*)*
        }

        #[doc = concat!("The form that asks for a [`", stringify!($name), "`].")]
        pub static $form: $crate::form::Form = $crate::form::Form {
            service: $service,
            pages: $name::PAGES,
            read: |answers, house| $name::read(answers, house).map(|read| Box::new(read) as Box<dyn $crate::form::Filing>),
        };

        impl $name {
            const PAGES: &'static [$crate::form::Page] = &[$(
                $crate::form::Page {
                    key: stringify!($page),
                    title: $crate::words::bi($pzh, $pen),
                    fields: &[$(
                        $crate::form::Field {
                            key: stringify!($field),
                            label: $crate::words::bi($zh, $en),
                            help: $crate::form::macros::maybe!($($crate::words::bi($hzh, $hen))?),
                            kind: <$ty as $crate::form::Answer>::KIND,
                            asked: $crate::form::macros::asked!($($when)?),
                            required: <$ty as $crate::form::Answer>::REQUIRED,
                            unlike: $crate::form::macros::maybe!($((stringify!($other), $same))?),
                            read: |raw, house| <$ty as $crate::form::Answer>::read(raw, house).map(|read| read.stored()),
                        },
                    )*],
                    materials: &[$($(stringify!($material)),*)?],
                },
            )*];

            /// Reads answers, or gives every flaw at once.
            pub fn read(
                answers: &$crate::form::Answers,
                house: &$crate::house::House,
            ) -> Result<Self, Vec<$crate::form::FieldFlaw>> {
                let mut flaws: Vec<_> = $crate::form::unknown(answers, Self::PAGES).collect();
                for field in Self::PAGES.iter().flat_map(|page| page.fields) {
                    flaws.extend(field.flaw(answers, house).map(|flaw| $crate::form::FieldFlaw::answer(field.key, flaw)));
                }
                if !flaws.is_empty() {
                    return Err(flaws);
                }
                Ok(Self {
                    $($(
                        $field: <$ty as $crate::form::Answer>::read(
                            answers.get(stringify!($field))
                                .filter(|_| $crate::form::macros::asked!($($when)?).holds(answers)),
                            house,
                        )
                        .map_err(|flaw| vec![$crate::form::FieldFlaw::answer(stringify!($field), flaw)])?,
                    )*)*
                })
            }

            fn stored(&self) -> $crate::form::Answers {
                [$($(
                    (stringify!($field), $crate::form::Answer::stored(&self.$field)),
                )*)*]
                .into_iter()
                .filter_map(|(key, answer)| answer.map(|answer| (key, answer)))
                .collect()
            }
        }
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
    ($when:path) => {
        $crate::form::Asked::When($when)
    };
}

pub(super) use {asked, form, maybe};
