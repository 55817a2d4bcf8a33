-- Which integration may act as which service: by the issuer of its token, the organisation and unit, and a scope it must hold.

CREATE TABLE integration (
    issuer       TEXT    NOT NULL,
    organisation TEXT    NOT NULL,
    unit         TEXT    NOT NULL,
    service      INTEGER NOT NULL,
    scope        TEXT    NOT NULL,
    from_day     INTEGER NOT NULL,
    to_day       INTEGER     NULL,
    PRIMARY KEY (issuer, organisation, unit, service, scope, from_day)
) WITHOUT ROWID;
