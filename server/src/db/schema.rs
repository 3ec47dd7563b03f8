//! The tables as Diesel knows them; a test holds both engines equal to each other.

diesel::table! {
    accounts (id) {
        id -> Text,
        phone -> Nullable<Text>,
        lang -> Text,
        created -> Timestamp,
        text_size -> Text,
        told -> Text,
    }
}

diesel::table! {
    staff (id) {
        id -> Text,
        name -> Text,
        display -> Text,
        role -> Text,
        password -> Text,
        phone -> Nullable<Text>,
        disabled -> Bool,
        failures -> Integer,
        locked_until -> Nullable<Timestamp>,
        created -> Timestamp,
        unit -> Nullable<Text>,
        post -> Nullable<Text>,
    }
}

diesel::table! {
    work_orders (case_id) {
        case_id -> Text,
        state -> Text,
        kind -> Text,
        priority -> Integer,
        town -> Nullable<Text>,
        unit -> Nullable<Text>,
        is_open -> Bool,
        clock -> Nullable<Text>,
        due -> Nullable<Timestamp>,
        alarm -> Nullable<Timestamp>,
        answer -> Nullable<Timestamp>,
        lead_id -> Nullable<Text>,
        whole_id -> Nullable<Text>,
        opened -> Timestamp,
        held -> Bool,
        supervised -> Bool,
        returned -> Integer,
    }
}

diesel::table! {
    sessions (id) {
        id -> Text,
        account_id -> Nullable<Text>,
        staff_id -> Nullable<Text>,
        refresh -> Text,
        previous -> Nullable<Text>,
        rotated -> Timestamp,
        expires -> Timestamp,
        revoked -> Bool,
        created -> Timestamp,
        device -> Nullable<Text>,
    }
}

diesel::table! {
    codes (id) {
        id -> Text,
        phone -> Text,
        hash -> Text,
        sent -> Timestamp,
        tries -> Integer,
        used -> Bool,
    }
}

diesel::table! {
    cases (id) {
        id -> Text,
        number -> Text,
        service -> Text,
        status -> Text,
        channel -> Text,
        account_id -> Text,
        lang -> Text,
        phone -> Text,
        name -> Nullable<Text>,
        organisation -> Bool,
        party_phone -> Nullable<Text>,
        party_name -> Nullable<Text>,
        town -> Nullable<Text>,
        address -> Nullable<Text>,
        urgent -> Bool,
        answers -> Text,
        asks -> Text,
        filed -> Timestamp,
        due -> Nullable<Timestamp>,
        promised -> Nullable<Timestamp>,
        finished -> Nullable<Timestamp>,
        rated -> Nullable<Timestamp>,
        unit -> Nullable<Text>,
        assignee_id -> Nullable<Text>,
        version -> Integer,
        demo -> Bool,
        answered -> Nullable<Timestamp>,
        urged -> Nullable<Timestamp>,
        urges -> Integer,
        water_account -> Nullable<Text>,
        place -> Nullable<Text>,
        work -> Text,
    }
}

diesel::table! {
    follows (case_id, account_id) {
        case_id -> Text,
        account_id -> Text,
        phone -> Text,
        lang -> Text,
        created -> Timestamp,
    }
}

diesel::table! {
    leak_places (case_id) {
        case_id -> Text,
        filed -> Timestamp,
        town -> Text,
        street -> Nullable<Text>,
        north -> Nullable<Integer>,
        east -> Nullable<Integer>,
    }
}

diesel::table! {
    slot_places (town, slot, place) {
        town -> Text,
        slot -> Text,
        place -> Integer,
        case_id -> Text,
    }
}

diesel::table! {
    outages (id) {
        id -> Text,
        kind -> Text,
        reason -> Text,
        starts -> Timestamp,
        ends -> Timestamp,
        ended -> Nullable<Timestamp>,
        staff_id -> Text,
        posted -> Timestamp,
        areas -> Text,
        points -> Text,
        households -> Integer,
        state -> Text,
        version -> Integer,
        turn -> Nullable<Text>,
        why -> Nullable<Text>,
        begun -> Bool,
    }
}

diesel::table! {
    outage_follows (account_id, town, street) {
        account_id -> Text,
        town -> Text,
        street -> Text,
        since -> Timestamp,
    }
}

diesel::table! {
    outage_tellings (id) {
        id -> Text,
        outage_id -> Text,
        message -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    outage_hearers (telling_id, phone) {
        telling_id -> Text,
        phone -> Text,
        lang -> Text,
        told -> Nullable<Timestamp>,
    }
}

diesel::table! {
    outage_cases (outage_id, case_id) {
        outage_id -> Text,
        case_id -> Text,
        since -> Timestamp,
    }
}

diesel::table! {
    deliveries (id) {
        id -> Text,
        outage_id -> Text,
        truck -> Text,
        litres -> Integer,
        unit -> Text,
        stops -> Text,
        until -> Timestamp,
        version -> Integer,
        staff_id -> Text,
        planned -> Timestamp,
    }
}

diesel::table! {
    delivery_acts (delivery_id, stop) {
        delivery_id -> Text,
        stop -> Integer,
        litres -> Integer,
        at -> Timestamp,
        staff_id -> Text,
        key -> Text,
    }
}

diesel::table! {
    entries (id) {
        id -> Text,
        case_id -> Text,
        version -> Integer,
        at -> Timestamp,
        actor -> Text,
        staff_id -> Nullable<Text>,
        event -> Text,
        seen -> Text,
    }
}

diesel::table! {
    changes (id) {
        id -> BigInt,
        case_id -> Text,
        version -> Integer,
        at -> Timestamp,
    }
}

diesel::table! {
    materials (case_id, material) {
        case_id -> Text,
        material -> Text,
        verdict -> Nullable<Text>,
    }
}

diesel::table! {
    attachments (id) {
        id -> Text,
        account_id -> Nullable<Text>,
        staff_id -> Nullable<Text>,
        hash -> Text,
        width -> Integer,
        height -> Integer,
        created -> Timestamp,
        case_id -> Nullable<Text>,
        material -> Nullable<Text>,
        authority_id -> Nullable<Text>,
        event_id -> Nullable<Text>,
    }
}

diesel::table! {
    ratings (id) {
        id -> Text,
        case_id -> Text,
        level -> Text,
        tags -> Text,
        words -> Text,
        at -> Timestamp,
        changed -> Timestamp,
        by_call -> Bool,
    }
}

diesel::table! {
    callbacks (id) {
        id -> Text,
        case_id -> Text,
        kind -> Nullable<Text>,
        unit -> Nullable<Text>,
        reason -> Text,
        state -> Text,
        due -> Timestamp,
        next -> Nullable<Timestamp>,
        tries -> Integer,
        level -> Nullable<Text>,
        words -> Text,
        opened -> Timestamp,
        closed -> Nullable<Timestamp>,
        staff_id -> Nullable<Text>,
    }
}

diesel::table! {
    outbox (id) {
        id -> Text,
        case_id -> Nullable<Text>,
        phone -> Text,
        lang -> Text,
        message -> Text,
        created -> Timestamp,
        due -> Timestamp,
        attempts -> Integer,
        state -> Text,
        kind -> Text,
        turn -> Integer,
        leased -> Nullable<Timestamp>,
        carrier -> Nullable<Text>,
        consent -> Nullable<Text>,
        why -> Nullable<Text>,
        dropped_by -> Nullable<Text>,
    }
}

diesel::table! {
    inbox (id) {
        id -> Text,
        account_id -> Text,
        at -> Timestamp,
        message -> Text,
        seen -> Bool,
    }
}

diesel::table! {
    consents (account_id, template) {
        account_id -> Text,
        template -> Text,
        remain -> Integer,
        asked -> Timestamp,
    }
}

diesel::table! {
    demo_messages (id) {
        id -> Text,
        at -> Timestamp,
        phone -> Text,
        text -> Text,
    }
}

diesel::table! {
    idempotency (key, body) {
        account_id -> Text,
        key -> Text,
        body -> Text,
        answer -> Text,
        created -> Timestamp,
    }
}

diesel::table! {
    audit (id) {
        id -> Text,
        at -> Timestamp,
        staff_id -> Text,
        case_id -> Text,
        what -> Text,
    }
}

diesel::table! {
    saved_views (id) {
        id -> Text,
        staff_id -> Text,
        for_role -> Nullable<Text>,
        name_zh -> Text,
        name_en -> Text,
        filter -> Text,
        place -> Integer,
    }
}

diesel::table! {
    latest_acts (case_id) {
        case_id -> Text,
        version -> Integer,
        staff_id -> Text,
        verb -> Text,
        at -> Timestamp,
        found -> Text,
    }
}

diesel::table! {
    bulk_acts (staff_id, key, number) {
        staff_id -> Text,
        key -> Text,
        number -> Text,
        body -> Text,
        created -> Timestamp,
    }
}

diesel::table! {
    templates (id) {
        id -> Text,
        version -> Integer,
    }
}

diesel::table! {
    template_versions (template_id, version) {
        template_id -> Text,
        version -> Integer,
        at -> Timestamp,
        staff_id -> Text,
        service -> Nullable<Text>,
        occasion -> Text,
        title_zh -> Text,
        title_en -> Text,
        words_zh -> Text,
        words_en -> Text,
        removed -> Bool,
    }
}

diesel::table! {
    presences (case_id, staff_id) {
        case_id -> Text,
        staff_id -> Text,
        doing -> Text,
        seen -> Timestamp,
    }
}

diesel::table! {
    profiles (account_id) {
        account_id -> Text,
        sealed -> Text,
    }
}

diesel::table! {
    water_accounts (number) {
        number -> Text,
        name -> Text,
        phone -> Nullable<Text>,
        id_end -> Nullable<Text>,
        town -> Text,
        address -> Text,
        use_type -> Text,
        persons -> Integer,
        persons_until -> Nullable<Date>,
        hardship_until -> Nullable<Date>,
        meter -> Text,
        meter_size -> Text,
        state -> Text,
        suspended_from -> Nullable<Date>,
        tariff -> Text,
    }
}

diesel::table! {
    bills (account, period) {
        account -> Text,
        period -> Text,
        issued -> Date,
        due -> Date,
        previous -> Integer,
        reading -> Integer,
        new_meter -> Bool,
        volume -> Integer,
        months -> Integer,
        persons -> Integer,
        hardship -> Bool,
        use_type -> Text,
        tariff -> Text,
        total -> BigInt,
        paid -> BigInt,
        paid_on -> Nullable<Date>,
        paid_here -> BigInt,
    }
}

diesel::table! {
    bindings (id) {
        id -> Text,
        account_id -> Text,
        number -> Text,
        name -> Nullable<Text>,
        access -> Text,
        shared_by -> Nullable<Text>,
        created -> Timestamp,
    }
}

diesel::table! {
    binding_tries (id) {
        id -> Text,
        kind -> Text,
        account_id -> Text,
        number -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    orders (id) {
        id -> Text,
        account_id -> Text,
        water_account -> Nullable<Text>,
        case_id -> Nullable<Text>,
        amount -> BigInt,
        state -> Text,
        gateway -> Text,
        then_path -> Nullable<Text>,
        created -> Timestamp,
        expires -> Timestamp,
        looks -> Integer,
        look_at -> Nullable<Timestamp>,
        trade -> Nullable<Text>,
        paid_at -> Nullable<Timestamp>,
    }
}

diesel::table! {
    order_lines (order_id, place) {
        order_id -> Text,
        place -> Integer,
        period -> Nullable<Text>,
        amount -> BigInt,
        late_fee -> BigInt,
        state -> Text,
    }
}

diesel::table! {
    refunds (id) {
        id -> Text,
        order_id -> Text,
        amount -> BigInt,
        state -> Text,
        created -> Timestamp,
        looks -> Integer,
        look_at -> Nullable<Timestamp>,
        done -> Nullable<Timestamp>,
    }
}

diesel::table! {
    pay_days (day, gateway) {
        day -> Date,
        gateway -> Text,
        at -> Timestamp,
        payments -> Integer,
        paid -> BigInt,
        refunds -> Integer,
        refunded -> BigInt,
    }
}

diesel::table! {
    pay_differences (id) {
        id -> Text,
        day -> Date,
        gateway -> Text,
        movement -> Text,
        moved -> Text,
        differs -> Text,
        ours -> Nullable<BigInt>,
        theirs -> Nullable<BigInt>,
        resolved -> Nullable<Timestamp>,
        staff_id -> Nullable<Text>,
        words -> Text,
    }
}

diesel::table! {
    demo_trades (order_id) {
        order_id -> Text,
        amount -> BigInt,
        what -> Text,
        back -> Text,
        state -> Text,
        trade -> Nullable<Text>,
        at -> Timestamp,
    }
}

diesel::table! {
    demo_wechat_codes (code) {
        code -> Text,
        kind -> Text,
        phone -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    demo_wechat_consents (openid, template) {
        openid -> Text,
        template -> Text,
        remain -> Integer,
    }
}

diesel::table! {
    demo_wechat_messages (id) {
        id -> Text,
        openid -> Text,
        template -> Text,
        page -> Text,
        data -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    demo_refunds (id) {
        id -> Text,
        order_id -> Text,
        amount -> BigInt,
        at -> Timestamp,
    }
}

diesel::table! {
    water_changes (id) {
        id -> Text,
        account -> Text,
        case_id -> Text,
        at -> Timestamp,
        holds_from -> Date,
        what -> Text,
        applied -> Bool,
        arrived -> Bool,
    }
}

diesel::table! {
    water_reminders (account, service, until) {
        account -> Text,
        service -> Text,
        until -> Date,
    }
}

diesel::table! {
    authorities (id) {
        id -> Text,
        account_id -> Text,
        number -> Text,
        name -> Text,
        state -> Text,
        asked -> Timestamp,
        until -> Nullable<Date>,
        reason -> Nullable<Text>,
        staff_id -> Nullable<Text>,
    }
}

diesel::table! {
    debit_contracts (id) {
        id -> Text,
        account -> Text,
        case_id -> Text,
        holder -> Text,
        bank -> Text,
        last_four -> Text,
        sealed -> Text,
        phone -> Text,
        lang -> Text,
        state -> Text,
        since -> Nullable<Date>,
        ended -> Nullable<Date>,
        reason -> Nullable<Text>,
        created -> Timestamp,
    }
}

diesel::table! {
    debit_runs (month) {
        month -> Text,
        due -> Date,
        created -> Timestamp,
    }
}

diesel::table! {
    debit_items (id) {
        id -> Text,
        month -> Text,
        contract_id -> Text,
        account -> Text,
        period -> Text,
        amount -> BigInt,
        state -> Text,
        reason -> Nullable<Text>,
        answered -> Nullable<Date>,
    }
}

diesel::table! {
    wechat_tokens (name) {
        name -> Text,
        sealed -> Text,
        expires -> Timestamp,
        renewing -> Timestamp,
    }
}

diesel::table! {
    wechat_identities (app, openid) {
        app -> Text,
        openid -> Text,
        account_id -> Text,
        unionid -> Nullable<Text>,
        since -> Timestamp,
        used -> Timestamp,
    }
}

diesel::table! {
    wechat_pushes (id) {
        id -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    wechat_prepays (order_id) {
        order_id -> Text,
        app -> Text,
        prepay_id -> Text,
    }
}

diesel::table! {
    tickets (hash) {
        hash -> Text,
        session_id -> Text,
        device -> Nullable<Text>,
        leads -> Text,
        expires -> Timestamp,
    }
}

diesel::table! {
    vettings (id) {
        id -> Text,
        case_id -> Text,
        version -> Nullable<Integer>,
        photo -> Nullable<Text>,
        openid -> Text,
        sealed -> Text,
        state -> Text,
        trace -> Nullable<Text>,
        attempts -> Integer,
        due -> Timestamp,
    }
}

diesel::table! {
    events (id) {
        id -> Text,
        title -> Text,
        town -> Text,
        community -> Text,
        place -> Text,
        starts -> Timestamp,
        ends -> Timestamp,
        topics -> Text,
        tasks -> Text,
        shifts -> Text,
        words -> Text,
        state -> Text,
        reason -> Nullable<Text>,
        version -> Integer,
        secret -> Text,
        staff_id -> Text,
        planned -> Timestamp,
    }
}

diesel::table! {
    event_follows (event_id, account_id) {
        event_id -> Text,
        account_id -> Text,
        since -> Timestamp,
    }
}

diesel::table! {
    event_reminders (event_id, account_id, day) {
        event_id -> Text,
        account_id -> Text,
        day -> Date,
    }
}

diesel::table! {
    event_cases (case_id) {
        case_id -> Text,
        event_id -> Nullable<Text>,
        helper_id -> Nullable<Text>,
    }
}

diesel::table! {
    volunteers (account_id) {
        account_id -> Text,
        kind -> Text,
        name -> Text,
        since -> Timestamp,
        stopped -> Nullable<Timestamp>,
    }
}

diesel::table! {
    turns (event_id, shift, account_id) {
        event_id -> Text,
        shift -> Integer,
        account_id -> Text,
        task -> Nullable<Text>,
        leads -> Bool,
        signed -> Timestamp,
        tries -> Integer,
        came -> Nullable<Timestamp>,
        went -> Nullable<Timestamp>,
    }
}

diesel::table! {
    event_acts (account_id, key) {
        account_id -> Text,
        key -> Text,
        event_id -> Text,
        kind -> Text,
        subject -> Nullable<Text>,
        count -> Integer,
        figures -> Text,
        at -> Timestamp,
    }
}

diesel::table! {
    preparations (id) {
        id -> Text,
        helper_id -> Text,
        event_id -> Nullable<Text>,
        service -> Text,
        sealed -> Text,
        made -> Timestamp,
        expires -> Timestamp,
        filed -> Nullable<Text>,
    }
}

diesel::table! {
    articles (id) {
        id -> Text,
        version -> Integer,
    }
}

diesel::table! {
    article_versions (article_id, version) {
        article_id -> Text,
        version -> Integer,
        at -> Timestamp,
        staff_id -> Nullable<Text>,
        question_zh -> Text,
        question_en -> Text,
        answer_zh -> Text,
        answer_en -> Text,
        also -> Text,
        service -> Nullable<Text>,
        tariff -> Bool,
        removed -> Bool,
    }
}

diesel::table! {
    article_votes (article_id, account_id) {
        article_id -> Text,
        account_id -> Text,
        helped -> Bool,
        at -> Timestamp,
    }
}

diesel::table! {
    calls (id) {
        id -> Text,
        phone -> Nullable<Text>,
        staff_id -> Text,
        first -> Timestamp,
        rang -> Nullable<Timestamp>,
        answered -> Nullable<Timestamp>,
        ended -> Nullable<Timestamp>,
        outcome -> Nullable<Text>,
        concluded -> Nullable<Timestamp>,
        article_id -> Nullable<Text>,
        case_number -> Nullable<Text>,
    }
}

diesel::joinable!(bindings -> water_accounts (number));
diesel::joinable!(bills -> water_accounts (account));
diesel::joinable!(cases -> staff (assignee_id));
diesel::joinable!(changes -> cases (case_id));
diesel::joinable!(debit_items -> debit_contracts (contract_id));
diesel::joinable!(debit_items -> debit_runs (month));
diesel::joinable!(entries -> staff (staff_id));
diesel::joinable!(order_lines -> orders (order_id));
diesel::joinable!(refunds -> orders (order_id));
diesel::joinable!(leak_places -> cases (case_id));
diesel::joinable!(event_cases -> cases (case_id));
diesel::joinable!(event_cases -> events (event_id));
diesel::joinable!(turns -> events (event_id));
diesel::joinable!(turns -> volunteers (account_id));
diesel::joinable!(event_acts -> events (event_id));
diesel::joinable!(outage_follows -> accounts (account_id));
diesel::joinable!(outage_hearers -> outage_tellings (telling_id));
diesel::joinable!(outage_cases -> cases (case_id));
diesel::allow_tables_to_appear_in_same_query!(
    accounts,
    staff,
    sessions,
    codes,
    cases,
    entries,
    changes,
    materials,
    attachments,
    ratings,
    callbacks,
    outbox,
    inbox,
    consents,
    demo_messages,
    idempotency,
    audit,
    saved_views,
    latest_acts,
    bulk_acts,
    templates,
    template_versions,
    presences,
    profiles,
    follows,
    leak_places,
    slot_places,
    outages,
    outage_follows,
    outage_tellings,
    outage_hearers,
    outage_cases,
    deliveries,
    delivery_acts,
    water_accounts,
    bills,
    bindings,
    binding_tries,
    orders,
    order_lines,
    work_orders,
    refunds,
    pay_days,
    pay_differences,
    demo_trades,
    demo_refunds,
    demo_wechat_codes,
    demo_wechat_consents,
    demo_wechat_messages,
    water_changes,
    water_reminders,
    authorities,
    debit_contracts,
    debit_runs,
    debit_items,
    wechat_tokens,
    wechat_identities,
    wechat_pushes,
    wechat_prepays,
    tickets,
    vettings,
    events,
    event_follows,
    event_reminders,
    event_cases,
    volunteers,
    turns,
    event_acts,
    preparations,
    articles,
    article_versions,
    article_votes,
    calls
);
