-- The rights of a gateway, and no more. The owner of the database runs this after the migrations, and again after later ones;
-- running it twice does no harm. The gateway itself does not migrate with these rights: run 'taushet db migrate' as the owner.
--
-- Then give the gateway a login of its own, and make it a member:
--     CREATE LOGIN taushet WITH PASSWORD = '...';          -- or FROM WINDOWS, or FROM EXTERNAL PROVIDER
--     CREATE USER taushet FOR LOGIN taushet;
--     ALTER ROLE taushet_gateway ADD MEMBER taushet;
-- and no other role: db_owner and db_datawriter could do what is refused below.

IF DATABASE_PRINCIPAL_ID('taushet_gateway') IS NULL
    CREATE ROLE taushet_gateway;
GO
-- Registers. The counters are written by triggers alone, with their owner's rights.
GRANT SELECT ON schema_version TO taushet_gateway;
GRANT SELECT, INSERT, UPDATE ON participant TO taushet_gateway;
GRANT SELECT, INSERT, UPDATE ON integration TO taushet_gateway;
GRANT SELECT, INSERT, UPDATE ON registry_unit TO taushet_gateway;
GRANT EXECUTE ON TYPE::registry_unit_rows TO taushet_gateway;
GRANT SELECT, INSERT ON registry_proposal TO taushet_gateway;
GRANT SELECT, INSERT ON registry_verdict TO taushet_gateway;
GRANT SELECT, INSERT ON registry_lapse TO taushet_gateway;
GRANT SELECT, INSERT, DELETE ON used_proof TO taushet_gateway;
GRANT SELECT, INSERT, UPDATE, DELETE ON person TO taushet_gateway;
GRANT SELECT, INSERT, UPDATE, DELETE ON person_as_of TO taushet_gateway;
GRANT EXECUTE ON TYPE::person_said TO taushet_gateway;
GRANT EXECUTE ON TYPE::subject_rows TO taushet_gateway;
GRANT SELECT, UPDATE ON registry_feed TO taushet_gateway;
GRANT SELECT, INSERT, UPDATE ON identifier_history TO taushet_gateway;
GRANT SELECT, INSERT, UPDATE ON care TO taushet_gateway;
GRANT SELECT, INSERT, UPDATE ON guardian TO taushet_gateway;
GRANT SELECT, INSERT ON wish TO taushet_gateway;
GRANT UPDATE ON wish (subject) TO taushet_gateway;
GRANT SELECT, INSERT ON wish_party TO taushet_gateway;
GRANT SELECT, INSERT ON wish_event TO taushet_gateway;
GRANT SELECT, INSERT ON standing_decision TO taushet_gateway;
GRANT SELECT, INSERT ON standing_decision_change TO taushet_gateway;
GRANT SELECT, INSERT ON policy_set TO taushet_gateway;
GRANT SELECT, INSERT, UPDATE, DELETE ON pending_request TO taushet_gateway;
GRANT SELECT, INSERT, UPDATE ON disclosure TO taushet_gateway;
GRANT SELECT, INSERT ON report_step TO taushet_gateway;
GRANT SELECT, INSERT, UPDATE ON hand_task TO taushet_gateway;
GRANT SELECT, INSERT ON hand_task_asking TO taushet_gateway;
GRANT SELECT, INSERT, UPDATE ON official_order TO taushet_gateway;
GRANT SELECT ON subject_counter TO taushet_gateway;
GRANT SELECT ON holder_counter TO taushet_gateway;
GO
-- The trail. Keys are destroyed in the transaction of the entry that tells of it; holds and destructions are kept by triggers too.
GRANT SELECT, INSERT, UPDATE, DELETE ON subject_key TO taushet_gateway;
GRANT SELECT, INSERT, UPDATE, DELETE ON entry_key TO taushet_gateway;
GRANT SELECT, INSERT, UPDATE ON store_secret TO taushet_gateway;
GRANT SELECT, INSERT ON legal_hold TO taushet_gateway;
GRANT UPDATE ON legal_hold (lifted_by, lifted_at, lifted_why) TO taushet_gateway;
GRANT SELECT, INSERT ON destruction_order TO taushet_gateway;
GRANT SELECT, INSERT ON key_destruction TO taushet_gateway;
GRANT SELECT, INSERT ON destroyed_pseudonym TO taushet_gateway;
GRANT SELECT, INSERT ON entry_flag TO taushet_gateway;
GRANT SELECT, INSERT ON flag_notice TO taushet_gateway;
GRANT UPDATE ON flag_notice (given_by, given_at, reference) TO taushet_gateway;
GRANT SELECT, INSERT ON view_delay TO taushet_gateway;
GRANT UPDATE ON view_delay (ended_by, ended_at) TO taushet_gateway;
GRANT SELECT, INSERT, UPDATE ON log_identity TO taushet_gateway;
GRANT SELECT, INSERT, UPDATE ON log_head TO taushet_gateway;
GRANT SELECT, INSERT ON audit_entry TO taushet_gateway;
GRANT SELECT, INSERT ON log_subtree TO taushet_gateway;
GRANT SELECT, INSERT ON [checkpoint] TO taushet_gateway;
GRANT EXECUTE ON TYPE::keyed_entry_rows TO taushet_gateway;
GRANT EXECUTE ON TYPE::subtree_rows TO taushet_gateway;
GO
-- The index of the trail, which can be thrown away and filled again.
GRANT SELECT, INSERT, UPDATE, DELETE ON trail_line TO taushet_gateway;
GRANT SELECT, INSERT, DELETE ON trail_key TO taushet_gateway;
GRANT SELECT, INSERT, DELETE ON trail_text TO taushet_gateway;
GRANT SELECT, INSERT, UPDATE, DELETE ON trail_reach TO taushet_gateway;
GRANT SELECT, INSERT, UPDATE, DELETE ON trail_state TO taushet_gateway;
GRANT EXECUTE ON TYPE::trail_line_rows TO taushet_gateway;
GRANT EXECUTE ON TYPE::trail_key_rows TO taushet_gateway;
GRANT EXECUTE ON TYPE::trail_text_rows TO taushet_gateway;
GRANT EXECUTE ON TYPE::trail_reach_rows TO taushet_gateway;
GO
-- What is not granted is refused already. A refusal also stands against what somebody grants later, or by another role.
DENY UPDATE, DELETE, ALTER, TAKE OWNERSHIP ON audit_entry TO taushet_gateway;
DENY UPDATE, DELETE, ALTER, TAKE OWNERSHIP ON log_subtree TO taushet_gateway;
DENY UPDATE, DELETE, ALTER, TAKE OWNERSHIP ON [checkpoint] TO taushet_gateway;
DENY DELETE, ALTER, TAKE OWNERSHIP ON log_head TO taushet_gateway;
DENY DELETE, ALTER, TAKE OWNERSHIP ON log_identity TO taushet_gateway;
DENY UPDATE, DELETE, ALTER, TAKE OWNERSHIP ON wish_party TO taushet_gateway;
DENY UPDATE, DELETE, ALTER, TAKE OWNERSHIP ON wish_event TO taushet_gateway;
DENY UPDATE, DELETE, ALTER, TAKE OWNERSHIP ON standing_decision TO taushet_gateway;
DENY UPDATE, DELETE, ALTER, TAKE OWNERSHIP ON standing_decision_change TO taushet_gateway;
DENY UPDATE, DELETE, ALTER, TAKE OWNERSHIP ON policy_set TO taushet_gateway;
DENY DELETE, ALTER, TAKE OWNERSHIP ON disclosure TO taushet_gateway;
DENY UPDATE, DELETE, ALTER, TAKE OWNERSHIP ON report_step TO taushet_gateway;
DENY UPDATE, DELETE, ALTER, TAKE OWNERSHIP ON hand_task_asking TO taushet_gateway;
DENY UPDATE, DELETE, ALTER, TAKE OWNERSHIP ON entry_flag TO taushet_gateway;
DENY DELETE, ALTER, TAKE OWNERSHIP ON flag_notice TO taushet_gateway;
DENY DELETE, ALTER, TAKE OWNERSHIP ON view_delay TO taushet_gateway;
DENY DELETE, ALTER, TAKE OWNERSHIP ON legal_hold TO taushet_gateway;
DENY UPDATE, DELETE, ALTER, TAKE OWNERSHIP ON destruction_order TO taushet_gateway;
DENY UPDATE, DELETE, ALTER, TAKE OWNERSHIP ON key_destruction TO taushet_gateway;
DENY UPDATE, DELETE, ALTER, TAKE OWNERSHIP ON destroyed_pseudonym TO taushet_gateway;
DENY UPDATE, DELETE, ALTER, TAKE OWNERSHIP ON registry_proposal TO taushet_gateway;
DENY UPDATE, DELETE, ALTER, TAKE OWNERSHIP ON registry_verdict TO taushet_gateway;
DENY UPDATE, DELETE, ALTER, TAKE OWNERSHIP ON registry_lapse TO taushet_gateway;
DENY INSERT, UPDATE, DELETE, ALTER, TAKE OWNERSHIP ON subject_counter TO taushet_gateway;
DENY INSERT, UPDATE, DELETE, ALTER, TAKE OWNERSHIP ON holder_counter TO taushet_gateway;
GO
