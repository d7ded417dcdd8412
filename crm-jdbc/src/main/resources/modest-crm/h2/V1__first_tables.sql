-- ${prefix} stands for the prefix of all names, ${schema} for the schema with its point, or nothing.
-- All instants are UTC, to the microsecond. "payload" is the whole value as JSON.

create sequence ${schema}${prefix}number;

create table ${schema}${prefix}customer (
    id varchar(100) not null primary key,
    version bigint not null,
    payload character large object not null
);

create table ${schema}${prefix}customer_key (
    type varchar(60) not null,
    normalised varchar(254) not null,
    customer varchar(100) not null,
    primary key (type, normalised, customer)
);
create index ${prefix}customer_key_customer on ${schema}${prefix}customer_key (customer);

create table ${schema}${prefix}customer_alias (
    alias varchar(100) not null primary key,
    survivor varchar(100) not null
);
create index ${prefix}customer_alias_survivor on ${schema}${prefix}customer_alias (survivor);

create table ${schema}${prefix}customer_order (
    number varchar(100) not null primary key,
    customer varchar(100),
    placed_at timestamp(6) not null,
    status varchar(20) not null,
    currency char(3) not null,
    total numeric(100, 20) not null,
    payload character large object not null
);
create index ${prefix}customer_order_customer on ${schema}${prefix}customer_order (customer, placed_at);

create table ${schema}${prefix}refund (
    number varchar(100) not null primary key,
    customer varchar(100),
    order_number varchar(100),
    refunded_at timestamp(6) not null,
    currency char(3) not null,
    amount numeric(100, 20) not null,
    payload character large object not null
);
create index ${prefix}refund_customer on ${schema}${prefix}refund (customer, refunded_at);
create index ${prefix}refund_order on ${schema}${prefix}refund (order_number);

create table ${schema}${prefix}interaction (
    source varchar(60) not null,
    external_id varchar(200) not null,
    sort_key varchar(261) not null,
    customer varchar(100) not null,
    occurred_at timestamp(6) not null,
    channel varchar(60) not null,
    message_class varchar(60) not null,
    payload character large object not null,
    primary key (source, external_id)
);
create index ${prefix}interaction_customer on ${schema}${prefix}interaction (customer, occurred_at);

create table ${schema}${prefix}consent (
    id bigint not null primary key,
    customer varchar(100) not null,
    given_at timestamp(6) not null,
    digest char(64) not null,
    payload character large object not null,
    unique (customer, digest)
);

create table ${schema}${prefix}suppression (
    channel varchar(60) not null,
    address varchar(254) not null,
    payload character large object not null,
    primary key (channel, address)
);

create table ${schema}${prefix}task (
    id varchar(200) not null primary key,
    version bigint not null,
    customer varchar(100),
    assignee varchar(100) not null,
    ended int not null,
    priority int not null,
    due timestamp(6),
    created_at timestamp(6) not null,
    payload character large object not null
);
create index ${prefix}task_assignee on ${schema}${prefix}task (ended, assignee);
create index ${prefix}task_due on ${schema}${prefix}task (ended, due);
create index ${prefix}task_customer on ${schema}${prefix}task (customer);

create table ${schema}${prefix}source_record (
    source varchar(60) not null,
    record_id varchar(200) not null,
    own_id varchar(100) not null unique,
    payload character large object not null,
    primary key (source, record_id)
);

create table ${schema}${prefix}record_link (
    id bigint not null primary key,
    source1 varchar(60) not null,
    record1 varchar(200) not null,
    source2 varchar(60) not null,
    record2 varchar(200) not null,
    payload character large object not null
);
create index ${prefix}record_link_first on ${schema}${prefix}record_link (source1, record1);
create index ${prefix}record_link_second on ${schema}${prefix}record_link (source2, record2);

create table ${schema}${prefix}erasure (
    customer varchar(100) not null primary key,
    key_id varchar(60) not null,
    erased_at timestamp(6) not null
);

create table ${schema}${prefix}erased_id (
    id varchar(100) not null primary key,
    customer varchar(100) not null,
    place int not null
);
create index ${prefix}erased_id_customer on ${schema}${prefix}erased_id (customer);

create table ${schema}${prefix}erased_digest (
    digest varchar(200) not null,
    customer varchar(100) not null,
    primary key (digest, customer)
);
create index ${prefix}erased_digest_customer on ${schema}${prefix}erased_digest (customer);

create table ${schema}${prefix}restriction (
    customer varchar(100) not null primary key,
    payload character large object not null
);

create table ${schema}${prefix}fact_key (
    fact_key varchar(200) not null primary key,
    fact varchar(500) not null,
    kept_at timestamp(6) not null
);
create index ${prefix}fact_key_kept_at on ${schema}${prefix}fact_key (kept_at);

create table ${schema}${prefix}subscriber (
    name varchar(100) not null primary key,
    takes varchar(100) not null
);

create table ${schema}${prefix}event (
    id bigint not null primary key,
    lane varchar(100) not null,
    customer varchar(100) not null,
    payload character large object not null
);
create index ${prefix}event_lane on ${schema}${prefix}event (lane);
create index ${prefix}event_customer on ${schema}${prefix}event (customer);

create table ${schema}${prefix}delivery (
    subscriber varchar(100) not null,
    event_id bigint not null,
    lane varchar(100) not null,
    primary key (subscriber, event_id)
);
create index ${prefix}delivery_event on ${schema}${prefix}delivery (event_id);

create table ${schema}${prefix}lane_lease (
    subscriber varchar(100) not null,
    lane varchar(100) not null,
    busy_until timestamp(6) not null,
    last_claimed bigint not null,
    primary key (subscriber, lane)
);

create table ${schema}${prefix}outbox (
    id bigint not null primary key,
    kind varchar(60) not null,
    order_number varchar(100) not null,
    revision int not null,
    part varchar(100) not null,
    message_id varchar(500) not null,
    sender varchar(254) not null,
    recipient varchar(254) not null,
    not_after timestamp(6) not null,
    due_at timestamp(6),
    attempts int not null,
    state character large object not null,
    content binary large object not null,
    unique (kind, order_number, revision, part)
);
create index ${prefix}outbox_due_at on ${schema}${prefix}outbox (due_at);
create index ${prefix}outbox_message_id on ${schema}${prefix}outbox (message_id);

create table ${schema}${prefix}exchange_message (
    partner varchar(100) not null,
    message_id varchar(200) not null,
    sha256 varchar(100) not null,
    received_at timestamp(6) not null,
    receipt character large object not null,
    primary key (partner, message_id)
);

create table ${schema}${prefix}exchange_profile (
    partner varchar(100) not null,
    profile varchar(100) not null,
    customer varchar(100) not null,
    revision bigint not null,
    message varchar(200) not null,
    primary key (partner, profile)
);

create table ${schema}${prefix}exchange_tombstone (
    partner varchar(100) not null,
    profile varchar(100) not null,
    revision bigint not null,
    gone_at timestamp(6) not null,
    reason varchar(60) not null,
    primary key (partner, profile)
);

create table ${schema}${prefix}exchange_recipient (
    customer varchar(100) not null,
    partner varchar(100) not null,
    profile varchar(100) not null,
    revision bigint not null,
    sent_at timestamp(6) not null,
    primary key (customer, partner, profile)
);

-- Units that concern the same customer wait for each other at one of these rows.
create table ${schema}${prefix}unit_lock (
    slot int not null primary key
);
insert into ${schema}${prefix}unit_lock (slot) values (0);
insert into ${schema}${prefix}unit_lock (slot) select slot + 1 from ${schema}${prefix}unit_lock;
insert into ${schema}${prefix}unit_lock (slot) select slot + 2 from ${schema}${prefix}unit_lock;
insert into ${schema}${prefix}unit_lock (slot) select slot + 4 from ${schema}${prefix}unit_lock;
insert into ${schema}${prefix}unit_lock (slot) select slot + 8 from ${schema}${prefix}unit_lock;
insert into ${schema}${prefix}unit_lock (slot) select slot + 16 from ${schema}${prefix}unit_lock;
insert into ${schema}${prefix}unit_lock (slot) select slot + 32 from ${schema}${prefix}unit_lock;
insert into ${schema}${prefix}unit_lock (slot) select slot + 64 from ${schema}${prefix}unit_lock;
insert into ${schema}${prefix}unit_lock (slot) select slot + 128 from ${schema}${prefix}unit_lock;
insert into ${schema}${prefix}unit_lock (slot) select slot + 256 from ${schema}${prefix}unit_lock;
insert into ${schema}${prefix}unit_lock (slot) select slot + 512 from ${schema}${prefix}unit_lock;
