-- What a bot sent in the last seconds, and what its processes may send in the next fraction of one. Unlogged: after a
-- crash of the server what it counted is over.
CREATE UNLOGGED TABLE "send_lease" (
    "id" BIGSERIAL NOT NULL,
    "channel" TEXT NOT NULL,
    "owner" INTEGER NOT NULL,
    "chat" TEXT,
    "waits" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "send_lease_pkey" PRIMARY KEY ("id")
);
ALTER TABLE "send_lease" ADD CONSTRAINT "send_lease_channel" CHECK ("channel" IN ('telegram', 'zalo', 'web'));
ALTER TABLE "send_lease" ADD CONSTRAINT "send_lease_waits" CHECK (NOT "waits" OR "chat" IS NULL);

-- Reports what process `_owner` sent since it last asked (`_sent`: [{"chat", "ageMs"}]), and leases it further sends: as
-- many as it `_needs`, or none while there is room for fewer than `_least`; and `_spare` ones while less than half of the
-- span is used. A leased send counts as late as it may happen, `_validMs` from now, until its process asks again.
-- At most `_most` are granted for any `_spanMs`; while several processes wait, each gets at most its equal share.
-- `_keepMs` is how long a send matters to its chat.
-- Returns how many it may send; the wait until asking pays again; what others sent after the row `_seen`; the last row.
-- `_at` is for tests: the clock is the database's.
CREATE FUNCTION "lease_sends"(
    _channel text, _owner int, _sent jsonb, _needs int, _least int, _spare int, _most int, _spanMs int, _validMs int,
    _keepMs int, _seen bigint, _at timestamptz DEFAULT NULL,
    OUT granted int, OUT wait_ms int, OUT others jsonb, OUT seen bigint
) LANGUAGE plpgsql AS $$
DECLARE
    _now timestamptz;
    _span interval := _spanMs * interval '1 millisecond';
    _wanted int := least(_needs, _most);
    _enough int;
    _used int;
    _own int;
    _share int;
BEGIN
    -- One at a time for each bot; the statements below see what the one before has written.
    PERFORM pg_advisory_xact_lock(hashtext('lease_sends ' || _channel));
    _now := coalesce(_at, clock_timestamp());
    -- Sends of the past, and those of a future that a clock set back has left; then this process's lease or wait.
    DELETE FROM send_lease l WHERE l.channel = _channel
        AND (l.at < _now - _keepMs * interval '1 millisecond' OR l.at > _now + 2 * _span);
    DELETE FROM send_lease l WHERE l.channel = _channel AND l.owner = _owner AND l.chat IS NULL;
    INSERT INTO send_lease (channel, owner, chat, at)
        SELECT _channel, _owner, s.chat, _now - s."ageMs" * interval '1 millisecond'
        FROM jsonb_to_recordset(_sent) AS s(chat text, "ageMs" float8)
        WHERE s."ageMs" <= _keepMs;

    SELECT count(*) FILTER (WHERE NOT l.waits AND l.at > _now - _span),
           count(*) FILTER (WHERE NOT l.waits AND l.at > _now - _span AND l.owner = _owner),
           greatest(_most / (1 + count(DISTINCT l.owner) FILTER (WHERE l.waits AND l.at > _now)), 1)
        INTO _used, _own, _share
        FROM send_lease l WHERE l.channel = _channel;
    _enough := least(_least, _wanted, _share);
    granted := greatest(least(_wanted, _most - _used, _share - _own), 0);
    wait_ms := 0;
    IF granted < _enough THEN
        granted := 0;
        -- Until so many of those that count, of all and of its own, are too old that there is room for enough.
        SELECT ceil(extract(epoch FROM max(c.at) + _span - _now) * 1000) INTO wait_ms
            FROM (
                SELECT l.at, row_number() OVER (ORDER BY l.at) AS n,
                    CASE WHEN l.owner = _owner THEN row_number() OVER (PARTITION BY l.owner ORDER BY l.at) ELSE 0 END AS own_n
                FROM send_lease l WHERE l.channel = _channel AND NOT l.waits AND l.at > _now - _span) c
            WHERE c.n = _used - _most + _enough OR c.own_n = _own - _share + _enough;
    ELSE
        granted := granted + greatest(least(_spare, _most / 2 - _used - granted), 0);
    END IF;
    IF granted < _needs THEN
        INSERT INTO send_lease (channel, owner, waits, at) VALUES (
            _channel, _owner, true, _now + wait_ms * interval '1 millisecond' + _span / 4);
    END IF;
    INSERT INTO send_lease (channel, owner, at)
        SELECT _channel, _owner, _now + _validMs * interval '1 millisecond' FROM generate_series(1, granted);

    SELECT coalesce(jsonb_agg(jsonb_build_object('chat', l.chat, 'ageMs', extract(epoch FROM _now - l.at) * 1000) ORDER BY l.id), '[]'),
           coalesce(max(l.id), _seen)
        INTO others, seen
        FROM send_lease l WHERE l.channel = _channel AND l.id > _seen AND l.owner <> _owner AND l.chat IS NOT NULL;
END $$;
