-- An archive as Minbar wrote it with schema 2-coding: made-up creators, posts and comments; its keys are lost.
BEGIN TRANSACTION;
CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  creator INTEGER NOT NULL REFERENCES creator ON DELETE CASCADE,
  platform TEXT NOT NULL CHECK (platform IN ('youtube', 'instagram')),
  ordinal INTEGER NOT NULL,
  UNIQUE (creator, platform, ordinal)
) STRICT;
INSERT INTO "account" VALUES(1,1,'youtube',0);
CREATE TABLE account_id (
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  platform TEXT NOT NULL,
  external_id TEXT NOT NULL,
  source_file INTEGER REFERENCES source_file ON DELETE CASCADE,
  UNIQUE (platform, external_id, source_file)
) STRICT;
INSERT INTO "account_id" VALUES(1,'youtube','UCsampleAAAAAAAAAAAAAAAA',NULL);
INSERT INTO "account_id" VALUES(1,'youtube','UCsampleAAAAAAAAAAAAAAAA',1);
CREATE TABLE coded_text (
  id INTEGER PRIMARY KEY,
  post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
  part TEXT CHECK (part IN ('title', 'description', 'transcript')),
  first_unit INTEGER CHECK (first_unit >= 0),
  end_unit INTEGER CHECK (end_unit > first_unit),
  identity BLOB CHECK (length(identity) = 16),
  text_mark INTEGER NOT NULL,
  weight REAL NOT NULL CHECK (weight > 0),
  CHECK ((part IS NULL) <> (identity IS NULL)),
  CHECK ((part IS NULL) = (first_unit IS NULL)),
  CHECK ((part IS NULL) = (end_unit IS NULL))
) STRICT;
INSERT INTO "coded_text" VALUES(1,1,'title',0,9,NULL,5,1.0);
CREATE TABLE comment_batch (
  source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
  post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
  count INTEGER NOT NULL,
  PRIMARY KEY (post, source_file)
) STRICT, WITHOUT ROWID;
INSERT INTO "comment_batch" VALUES(1,1,2);
CREATE TABLE comment_finding (
  post INTEGER NOT NULL,
  identity BLOB NOT NULL,
  ordinal INTEGER NOT NULL,
  theme TEXT NOT NULL,
  stance TEXT NOT NULL CHECK (stance IN ('promotes', 'opposes', 'mentions')),
  entry TEXT NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  PRIMARY KEY (post, identity, ordinal),
  FOREIGN KEY (post, identity) REFERENCES comment_reading ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO "comment_finding" VALUES(1,X'25E04775F7ABE6C6F336BA3ACB51A7F4',0,'girls-education','promotes','GIRL & LEARN|SCHOOL|KNOWLEDGE|SCIENCE|BOOK|GRADE|TEACHER',9,27);
INSERT INTO "comment_finding" VALUES(1,X'25E04775F7ABE6C6F336BA3ACB51A7F4',1,'education','promotes','GIRL & LEARN|SCHOOL|KNOWLEDGE|SCIENCE|BOOK|GRADE|TEACHER',9,27);
CREATE TABLE comment_reading (
  post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
  identity BLOB NOT NULL,
  reader INTEGER NOT NULL REFERENCES reader,
  text_mark INTEGER NOT NULL,
  language TEXT NOT NULL,
  confidence REAL NOT NULL,
  sentiment TEXT NOT NULL CHECK (sentiment IN ('positive', 'negative', 'neutral', 'mixed')),
  response TEXT NOT NULL,
  alerts TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (post, identity)
) STRICT, WITHOUT ROWID;
INSERT INTO "comment_reading" VALUES(1,X'034FA9F36852DF06F18137A4EFA818E0',1,6935424017188665771,'ky',7.360141337299451747e-01,'positive','formula','');
INSERT INTO "comment_reading" VALUES(1,X'25E04775F7ABE6C6F336BA3ACB51A7F4',1,7714331038230804272,'ru',1.0,'positive','supportive','');
CREATE TABLE comment_rollup (
  post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
  month INTEGER NOT NULL,
  language TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('all', 'sentiment', 'response', 'alert')),
  label TEXT NOT NULL,
  reader INTEGER NOT NULL REFERENCES reader,
  frozen INTEGER NOT NULL DEFAULT 0 CHECK (frozen IN (0, 1)),
  comments INTEGER NOT NULL,
  commenters INTEGER NOT NULL,
  PRIMARY KEY (post, month, language, kind, label, reader, frozen)
) STRICT, WITHOUT ROWID;
INSERT INTO "comment_rollup" VALUES(1,24321,'ky','all','',1,0,1,1);
INSERT INTO "comment_rollup" VALUES(1,24321,'ky','response','formula',1,0,1,1);
INSERT INTO "comment_rollup" VALUES(1,24321,'ky','sentiment','positive',1,0,1,1);
INSERT INTO "comment_rollup" VALUES(1,24321,'ru','all','',1,0,1,1);
INSERT INTO "comment_rollup" VALUES(1,24321,'ru','response','supportive',1,0,1,1);
INSERT INTO "comment_rollup" VALUES(1,24321,'ru','sentiment','positive',1,0,1,1);
CREATE TABLE comment_sighting (
  post INTEGER NOT NULL,
  identity BLOB NOT NULL CHECK (length(identity) = 16),
  source_file INTEGER NOT NULL,
  row INTEGER NOT NULL,
  author BLOB,
  flags INTEGER NOT NULL,
  text_mark INTEGER NOT NULL,
  published_at INTEGER,
  published_precision TEXT,
  likes INTEGER,
  block INTEGER NOT NULL,
  slot INTEGER NOT NULL,
  PRIMARY KEY (post, identity, source_file),
  FOREIGN KEY (post, source_file) REFERENCES comment_batch ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO "comment_sighting" VALUES(1,X'034FA9F36852DF06F18137A4EFA818E0',1,1,X'F8A096BE38913B0491C2DACD82866647',4,6935424017188665771,1793000000,'estimate',3,0,0);
INSERT INTO "comment_sighting" VALUES(1,X'25E04775F7ABE6C6F336BA3ACB51A7F4',1,1,X'689E57379A063891354FB846C38E8B7A',4,7714331038230804272,1793100000,'estimate',NULL,0,1);
CREATE TABLE consent (
  id INTEGER PRIMARY KEY,
  creator INTEGER NOT NULL REFERENCES creator ON DELETE CASCADE,
  what TEXT NOT NULL CHECK (what IN ('figures', 'themes', 'talks')),
  shared_with TEXT NOT NULL CHECK (shared_with IN ('team', 'donors', 'public')),
  given_on INTEGER NOT NULL,
  valid_until INTEGER NOT NULL CHECK (valid_until >= given_on),
  revoked_on INTEGER
) STRICT;
INSERT INTO "consent" VALUES(1,1,'figures','donors',20762,22279,NULL);
INSERT INTO "consent" VALUES(2,1,'themes','donors',20762,22279,NULL);
CREATE TABLE creator (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 32),
  languages TEXT NOT NULL,
  country TEXT CHECK (length(country) = 2),
  oblast TEXT,
  sex TEXT CHECK (sex IN ('female', 'male')),
  age_band TEXT,
  cohort TEXT,
  trained_on INTEGER,
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'paused', 'left')),
  grants TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO "creator" VALUES(1,'K01','ky ru',NULL,NULL,NULL,NULL,NULL,NULL,'active','');
CREATE TABLE cue (
  transcript INTEGER NOT NULL REFERENCES transcript ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  start_ms INTEGER,
  end_ms INTEGER,
  text TEXT NOT NULL,
  row INTEGER NOT NULL,
  PRIMARY KEY (transcript, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO "cue" VALUES(1,0,0,4000,'Кыздарды окутуу керек',3);
INSERT INTO "cue" VALUES(1,1,4000,9000,'Тынчтык бизге керек',6);
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO "grdb_migrations" VALUES('1');
INSERT INTO "grdb_migrations" VALUES('2-coding');
CREATE TABLE import (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  bytes INTEGER NOT NULL,
  name_sealed BLOB NOT NULL,
  received_at INTEGER NOT NULL,
  received_by TEXT NOT NULL
) STRICT;
INSERT INTO "import" VALUES(1,X'7B18FE98DD3204A5C83CFBF00BE3E6C6828C123AC8EF2FD2668554FDE0DF78FC',452,X'9ADD22E85646EB736D6E2FAD687E1A38E2376BE719A4E8B994735D54D77A167CD33C40FE8ED8D1',1793858400,'unknown');
INSERT INTO "import" VALUES(2,X'9A809461AA1019896CFE84CAEBCFA1FF4BBB716556D94BA2407D6EAA43EB14F3',135,X'345608932489062A3B5344BA8E3448B516C716DEC09D366EE960946949861AE2E4EA497220AC5A34D4E2478F14D1BE3A117C9CA739',1793858400,'unknown');
CREATE TABLE label (
  text INTEGER NOT NULL REFERENCES coded_text ON DELETE CASCADE,
  coder TEXT NOT NULL CHECK (length(coder) BETWEEN 1 AND 32),
  variable TEXT NOT NULL CHECK (variable IN ('variety', 'theme', 'sentiment', 'response', 'alert')),
  value TEXT NOT NULL CHECK (length(value) > 0),
  stance TEXT CHECK (stance IN ('promotes', 'opposes', 'mentions')),
  PRIMARY KEY (text, coder, variable, value),
  CHECK ((stance IS NOT NULL) = (variable = 'theme' AND value <> '-')),
  CHECK (variable <> 'sentiment' OR value IN ('positive', 'negative', 'neutral', 'mixed')),
  CHECK (variable <> 'response' OR value IN ('testimony', 'hostile', 'critical', 'question', 'supportive', 'formula',
    'spam', 'other')),
  CHECK (variable <> 'alert' OR value IN ('-', 'hate', 'threat', 'extremist'))
) STRICT, WITHOUT ROWID;
INSERT INTO "label" VALUES(1,'A','theme','education','promotes');
CREATE TABLE metric_rollup (
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  month INTEGER NOT NULL,
  metric TEXT NOT NULL,
  basis TEXT NOT NULL CHECK (basis IN ('month', 'days', 'posts', 'snapshots')),
  value REAL,
  lower REAL,
  upper REAL,
  known INTEGER NOT NULL,
  of INTEGER NOT NULL,
  as_of INTEGER,
  correction REAL NOT NULL DEFAULT 0,
  approximate INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (account, month, metric)
) STRICT, WITHOUT ROWID;
INSERT INTO "metric_rollup" VALUES(1,24321,'views','snapshots',NULL,0.0,320.0,0,1,NULL,0.0,0);
CREATE TABLE observation (
  source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
  row INTEGER NOT NULL,
  metric TEXT NOT NULL,
  dimensions TEXT NOT NULL DEFAULT '',
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  post INTEGER REFERENCES post ON DELETE CASCADE,
  definition TEXT NOT NULL DEFAULT '',
  scope TEXT NOT NULL CHECK (scope IN ('period', 'lifetime')),
  from_day INTEGER,
  through_day INTEGER,
  as_of INTEGER,
  value REAL,
  absence TEXT CHECK (absence IN ('withheld', 'not-in-export', 'unreadable')),
  approximate INTEGER NOT NULL DEFAULT 0 CHECK (approximate IN (0, 1)),
  PRIMARY KEY (source_file, row, metric, dimensions),
  CHECK ((value IS NULL) <> (absence IS NULL)),
  CHECK ((scope = 'period') = (from_day IS NOT NULL)),
  CHECK ((from_day IS NULL) = (through_day IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO "observation" VALUES(1,1,'comments','',1,1,'','lifetime',NULL,NULL,20762,NULL,'not-in-export',0);
INSERT INTO "observation" VALUES(1,1,'likes','',1,1,'','lifetime',NULL,NULL,20762,NULL,'not-in-export',0);
INSERT INTO "observation" VALUES(1,1,'views','',1,1,'','lifetime',NULL,NULL,20762,320.0,NULL,0);
CREATE TABLE post (
  id INTEGER PRIMARY KEY,
  account INTEGER NOT NULL REFERENCES account ON DELETE CASCADE,
  platform TEXT NOT NULL CHECK (platform IN ('youtube', 'instagram')),
  external_id TEXT NOT NULL,
  alias TEXT,
  kind TEXT,
  title TEXT,
  description TEXT,
  published_at INTEGER,
  published_precision TEXT,
  duration_seconds INTEGER,
  permalink TEXT,
  UNIQUE (platform, external_id)
) STRICT;
INSERT INTO "post" VALUES(1,1,'youtube','PPPPPPPPPP1',NULL,'video','Билим жана тынчтык',NULL,1791504000,'day',59,NULL);
CREATE TABLE post_sighting (
  post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
  source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
  row INTEGER NOT NULL,
  alias TEXT,
  kind TEXT,
  title TEXT,
  description TEXT,
  published_at INTEGER,
  published_precision TEXT CHECK (published_precision IN ('second', 'minute', 'day', 'estimate')),
  duration_seconds INTEGER CHECK (duration_seconds >= 0),
  permalink TEXT,
  PRIMARY KEY (post, source_file)
) STRICT, WITHOUT ROWID;
INSERT INTO "post_sighting" VALUES(1,1,1,NULL,'video','Билим жана тынчтык',NULL,1791504000,'day',59,NULL);
CREATE TABLE problem (
  source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('note', 'row-refused', 'file-refused')),
  line INTEGER,
  column_name TEXT,
  found TEXT NOT NULL,
  expected TEXT NOT NULL,
  remedy TEXT NOT NULL,
  PRIMARY KEY (source_file, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE reader (
  id INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO "reader" VALUES(1,'4eacd0b0c21eeb80');
CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "setting" VALUES('time-zone','Asia/Bishkek');
CREATE TABLE source_file (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import INTEGER NOT NULL REFERENCES import ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  name_sealed BLOB NOT NULL,
  format TEXT NOT NULL,
  encoding TEXT NOT NULL,
  dialect TEXT NOT NULL,
  interface_language TEXT,
  scope TEXT CHECK (scope IN ('period', 'lifetime')),
  from_day INTEGER,
  through_day INTEGER,
  account INTEGER REFERENCES account,
  wrapped_key BLOB,
  accepted INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  restated INTEGER NOT NULL DEFAULT 0,
  refused INTEGER NOT NULL DEFAULT 0,
  UNIQUE (import, ordinal),
  CHECK ((from_day IS NULL) = (through_day IS NULL))
) STRICT;
INSERT INTO "source_file" VALUES(1,1,0,X'4B1A99B51FE1D50AA9D058ECDF1FD95EEBD8A1BD5E82FED006AC021F182C56AF422A4FE7585760','yt-dlp-info','UTF-8','json',NULL,'lifetime',NULL,NULL,1,X'E265B4EBC356E65792A3DF6562D271C53E3137329BE5CC029A32AEDDC6C08060765B9796C4E7ECB260A1C8F361B7111B03373029358C07D98143D842',1,0,0,0);
INSERT INTO "source_file" VALUES(2,2,0,X'510B241B07AD59BA3FF56A009E88183877CEE8508212C041F77A4952DDCC40A649D880561317AB9A65894DBA0196DC11A89B7C7CAD','webvtt','UTF-8','vtt',NULL,NULL,NULL,NULL,1,NULL,2,0,0,0);
CREATE TABLE stale_post (
  post INTEGER NOT NULL PRIMARY KEY REFERENCES post ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE talk_finding (
  post INTEGER NOT NULL,
  part TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  theme TEXT NOT NULL,
  stance TEXT NOT NULL CHECK (stance IN ('promotes', 'opposes', 'mentions')),
  entry TEXT NOT NULL,
  language TEXT NOT NULL,
  sentence_start INTEGER NOT NULL,
  sentence_end INTEGER NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  seconds REAL NOT NULL DEFAULT 0,
  PRIMARY KEY (post, part, ordinal),
  FOREIGN KEY (post, part) REFERENCES talk_reading ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO "talk_finding" VALUES(1,'title',0,'education','promotes','KNOWLEDGE','ky',0,18,0,5,0.0);
INSERT INTO "talk_finding" VALUES(1,'title',1,'peace','promotes','PEACE','ky',0,18,11,18,0.0);
INSERT INTO "talk_finding" VALUES(1,'transcript',0,'girls-education','promotes','GIRL & LEARN|SCHOOL|KNOWLEDGE|SCIENCE|BOOK|GRADE|TEACHER','ky',0,41,0,15,9.0);
INSERT INTO "talk_finding" VALUES(1,'transcript',1,'education','promotes','KNOWLEDGE|LEARN & OBLIGE:-negative & !NOT_NEEDED','ky',0,41,9,21,9.0);
INSERT INTO "talk_finding" VALUES(1,'transcript',2,'peace','promotes','PEACE','ky',0,41,22,29,9.0);
CREATE TABLE talk_language (
  post INTEGER NOT NULL,
  part TEXT NOT NULL,
  language TEXT NOT NULL,
  sentences INTEGER NOT NULL,
  seconds REAL NOT NULL,
  PRIMARY KEY (post, part, language),
  FOREIGN KEY (post, part) REFERENCES talk_reading ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO "talk_language" VALUES(1,'title','ky',1,0.0);
INSERT INTO "talk_language" VALUES(1,'transcript','ky',1,9.0);
CREATE TABLE talk_reading (
  post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
  part TEXT NOT NULL CHECK (part IN ('title', 'description', 'transcript')),
  reader INTEGER NOT NULL REFERENCES reader,
  text_hash INTEGER NOT NULL,
  language TEXT NOT NULL,
  confidence REAL NOT NULL,
  sentences INTEGER NOT NULL,
  seconds REAL NOT NULL DEFAULT 0,
  PRIMARY KEY (post, part)
) STRICT, WITHOUT ROWID;
INSERT INTO "talk_reading" VALUES(1,'title',1,-3526252852417327575,'ky',1.0,1,0.0);
INSERT INTO "talk_reading" VALUES(1,'transcript',1,-9143999004198508936,'ky',1.0,1,9.0);
CREATE TABLE text_block (
  id INTEGER PRIMARY KEY,
  source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
  number INTEGER NOT NULL,
  post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
  count INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  UNIQUE (source_file, number)
) STRICT;
INSERT INTO "text_block" VALUES(1,1,0,1,2,X'02C3A4FB28D343081EB89E50B299F722D13CD7F9918F431FA879AFB339F97AB360346A12AE7F8736647C50D00419245C0E6B3CC159C8ADF288DC0AC413FFB08E5B771DFA449310F2212789D797D9BD7F2CFD7D2827D61756BD9618BA28FD15EA');
CREATE TABLE transcript (
  id INTEGER PRIMARY KEY,
  post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
  source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
  source TEXT NOT NULL CHECK (source IN ('human', 'automatic', 'machine-translated', 'unknown')),
  stated_language TEXT,
  UNIQUE (post, source_file)
) STRICT;
INSERT INTO "transcript" VALUES(1,1,2,'unknown','ky');
CREATE INDEX account_id_by_source ON account_id (source_file);
CREATE INDEX post_by_alias ON post (platform, alias) WHERE alias IS NOT NULL;
CREATE INDEX post_by_account ON post (account, published_at);
CREATE INDEX post_sighting_by_source ON post_sighting (source_file);
CREATE INDEX observation_by_account ON observation (account, as_of);
CREATE INDEX observation_by_post ON observation (post, metric) WHERE post IS NOT NULL;
CREATE INDEX transcript_by_source ON transcript (source_file);
CREATE INDEX comment_batch_by_source ON comment_batch (source_file);
CREATE INDEX text_block_by_post ON text_block (post);
CREATE UNIQUE INDEX coded_sentence ON coded_text (post, part, first_unit, end_unit, text_mark) WHERE part IS NOT NULL;
CREATE UNIQUE INDEX coded_comment ON coded_text (post, identity) WHERE identity IS NOT NULL;
CREATE TRIGGER coded_comment_goes AFTER DELETE ON comment_sighting
WHEN NOT EXISTS (SELECT 1 FROM comment_sighting WHERE post = OLD.post AND identity = OLD.identity)
BEGIN
  DELETE FROM coded_text WHERE post = OLD.post AND identity = OLD.identity;
END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('import',2);
INSERT INTO "sqlite_sequence" VALUES('source_file',2);
COMMIT;
