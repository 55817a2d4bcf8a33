-- Which integration may act as which service: by the issuer of its token, the organisation and unit, and a scope it must hold.

CREATE TABLE integration (
    issuer       varchar(64)  COLLATE Latin1_General_BIN2 NOT NULL,
    organisation varchar(32)  COLLATE Latin1_General_BIN2 NOT NULL,
    unit         varchar(32)  COLLATE Latin1_General_BIN2 NOT NULL,
    service      int          NOT NULL,
    scope        varchar(128) COLLATE Latin1_General_BIN2 NOT NULL,
    from_day     int          NOT NULL,
    to_day       int              NULL,
    CONSTRAINT integration_key PRIMARY KEY (issuer, organisation, unit, service, scope, from_day)
);
GO
