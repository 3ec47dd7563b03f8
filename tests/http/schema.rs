//! Both engines hold the same tables, and every migration can be taken back.

use shuiting_tests::{Engine, Place, columns, roll_back_and_forward};

#[test]
fn migrations_go_back_and_forward() {
    let place = Place::new();
    let _tables = place.open();
    let before = columns(&place);
    assert!(before.len() > 50, "{before:?}");
    assert_eq!(roll_back_and_forward(&place), [], "nothing is left behind");
    assert_eq!(columns(&place), before);
}

#[test]
fn both_engines_have_the_same_columns() {
    // On SQLite alone there is nothing to hold against.
    if Engine::tested() == Engine::Sqlite {
        return;
    }
    let (sqlite, postgres) = (Place::on(Engine::Sqlite), Place::on(Engine::Postgres));
    let _tables = (sqlite.open(), postgres.open());
    assert_eq!(columns(&sqlite), columns(&postgres));
}
