-- An archive as Minbar wrote it with schema 14-figure-notes: made-up creators, posts and comments; its keys are lost.
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
CREATE TABLE closed_post (
  post INTEGER NOT NULL PRIMARY KEY REFERENCES post ON DELETE CASCADE,
  through INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
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
INSERT INTO "coded_text" VALUES(1,1,NULL,NULL,NULL,X'E0E87C454453EE6A4436E1A46CCFB051',4946293019761899548,1.0);
INSERT INTO "coded_text" VALUES(2,1,NULL,NULL,NULL,X'BA70A99A93D0445C1F3D66C41656298B',-2826359932686677630,1.0);
INSERT INTO "coded_text" VALUES(3,1,'title',0,18,NULL,-3526252852417327575,1.0);
INSERT INTO "coded_text" VALUES(4,1,'transcript',0,41,NULL,-9143999004198508936,1.0);
CREATE TABLE coding_measure (
  reader INTEGER NOT NULL REFERENCES reader ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('talk', 'comment')),
  language TEXT NOT NULL,
  variable TEXT NOT NULL CHECK (variable IN ('theme', 'sentiment', 'response')),
  label TEXT NOT NULL,
  texts INTEGER NOT NULL,
  sensitivity REAL NOT NULL CHECK (sensitivity BETWEEN 0 AND 1),
  specificity REAL NOT NULL CHECK (specificity BETWEEN 0 AND 1),
  coded INTEGER NOT NULL,
  others INTEGER NOT NULL,
  coded_effective REAL NOT NULL,
  others_effective REAL NOT NULL,
  PRIMARY KEY (reader, kind, language, variable, label)
) STRICT, WITHOUT ROWID;
INSERT INTO "coding_measure" VALUES(1,'comment','','response','formula',4,1.0,1.0,1,1,1.0,1.0);
INSERT INTO "coding_measure" VALUES(1,'comment','','response','hostile',4,1.0,1.0,1,1,1.0,1.0);
INSERT INTO "coding_measure" VALUES(1,'comment','','sentiment','negative',4,1.0,1.0,1,1,1.0,1.0);
INSERT INTO "coding_measure" VALUES(1,'comment','','sentiment','positive',4,1.0,1.0,1,1,1.0,1.0);
INSERT INTO "coding_measure" VALUES(1,'talk','','theme','education',4,1.0,0.0,1,1,1.0,1.0);
INSERT INTO "coding_measure" VALUES(1,'talk','','theme','girls-education',4,1.0,1.0,1,1,1.0,1.0);
INSERT INTO "coding_measure" VALUES(1,'talk','ky','theme','education',4,1.0,0.0,1,1,1.0,1.0);
INSERT INTO "coding_measure" VALUES(1,'talk','ky','theme','girls-education',4,1.0,1.0,1,1,1.0,1.0);
CREATE TABLE column_mapping (
  signature TEXT NOT NULL CHECK (length(signature) = 16),
  column_key TEXT NOT NULL,
  role TEXT NOT NULL CHECK (length(role) > 0),
  PRIMARY KEY (signature, column_key)
) STRICT, WITHOUT ROWID;
CREATE TABLE comment_batch (
  source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
  post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
  count INTEGER NOT NULL,
  PRIMARY KEY (post, source_file)
) STRICT, WITHOUT ROWID;
INSERT INTO "comment_batch" VALUES(2,1,2);
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
CREATE TABLE comment_reading (
  post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
  identity BLOB NOT NULL,
  reader INTEGER NOT NULL REFERENCES reader,
  text_mark INTEGER NOT NULL,
  language TEXT NOT NULL,
  confidence REAL NOT NULL,
  sentiment TEXT NOT NULL CHECK (sentiment IN ('positive', 'negative', 'neutral', 'mixed')),
  response TEXT NOT NULL,
  alerts TEXT NOT NULL DEFAULT '', sketch BLOB CHECK (sketch IS NULL OR length(sketch) = 50),
  PRIMARY KEY (post, identity)
) STRICT, WITHOUT ROWID;
INSERT INTO "comment_reading" VALUES(1,X'BA70A99A93D0445C1F3D66C41656298B',1,-2826359932686677630,'ky',9.47846436921582324863e-01,'positive','formula','',NULL);
INSERT INTO "comment_reading" VALUES(1,X'E0E87C454453EE6A4436E1A46CCFB051',1,4946293019761899548,'ru',1.0,'negative','hostile','threat',NULL);
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
INSERT INTO "comment_rollup" VALUES(1,24321,'ru','alert','threat',1,0,1,1);
INSERT INTO "comment_rollup" VALUES(1,24321,'ru','all','',1,0,1,1);
INSERT INTO "comment_rollup" VALUES(1,24321,'ru','response','hostile',1,0,1,1);
INSERT INTO "comment_rollup" VALUES(1,24321,'ru','sentiment','negative',1,0,1,1);
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
INSERT INTO "comment_sighting" VALUES(1,X'BA70A99A93D0445C1F3D66C41656298B',2,2,X'9CA28A9214735446CFA575128459F855',4,-2826359932686677630,1793088000,'second',NULL,0,0);
INSERT INTO "comment_sighting" VALUES(1,X'E0E87C454453EE6A4436E1A46CCFB051',2,3,X'ADF1584D022DCB235E421826AAF70989',4,4946293019761899548,1793174400,'second',NULL,0,1);
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
CREATE TABLE copied_rollup (
  post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
  month INTEGER NOT NULL,
  language TEXT NOT NULL,
  response TEXT NOT NULL,
  comments INTEGER NOT NULL CHECK (comments > 0),
  PRIMARY KEY (post, month, language, response)
) STRICT, WITHOUT ROWID;
CREATE TABLE copy_check (
  month INTEGER NOT NULL PRIMARY KEY,
  compared INTEGER NOT NULL,
  groups INTEGER NOT NULL,
  copied INTEGER NOT NULL,
  timed INTEGER NOT NULL
) STRICT;
INSERT INTO "copy_check" VALUES(24321,0,0,0,0);
CREATE TABLE copy_window (
  month INTEGER NOT NULL REFERENCES copy_check ON DELETE CASCADE,
  seconds INTEGER NOT NULL,
  pairs INTEGER NOT NULL,
  expected REAL NOT NULL,
  p REAL NOT NULL CHECK (p > 0 AND p <= 1),
  PRIMARY KEY (month, seconds)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "cue" VALUES(1,0,0,4000,'Кыздарды окутуу керек',5);
INSERT INTO "cue" VALUES(1,1,4000,9000,'Тынчтык бизге керек',8);
CREATE TABLE expiry (
  import INTEGER NOT NULL REFERENCES import ON DELETE CASCADE,
  what TEXT NOT NULL CHECK (what IN ('texts', 'rows')),
  expired_at INTEGER NOT NULL,
  PRIMARY KEY (import, what)
) STRICT, WITHOUT ROWID;
CREATE TABLE figure_note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  figure TEXT NOT NULL CHECK (length(figure) BETWEEN 5 AND 120),
  month INTEGER NOT NULL,
  creator INTEGER REFERENCES creator ON DELETE CASCADE,
  text_sealed BLOB NOT NULL,
  shareable INTEGER NOT NULL CHECK (shareable IN (0, 1)),
  made_at INTEGER NOT NULL
) STRICT;
INSERT INTO "figure_note" VALUES(1,'views/K01/2026-10',24321,1,X'69B51B86464F3313738B4F1999A8778308F48CD59B4F15B7ECE144F57C03ACC394B9E237',0,1793858400);
CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
INSERT INTO "grdb_migrations" VALUES('1');
INSERT INTO "grdb_migrations" VALUES('2-coding');
INSERT INTO "grdb_migrations" VALUES('3-observation-indexes');
INSERT INTO "grdb_migrations" VALUES('4-programme-records');
INSERT INTO "grdb_migrations" VALUES('5-durability');
INSERT INTO "grdb_migrations" VALUES('6-column-mappings');
INSERT INTO "grdb_migrations" VALUES('7-row-seals');
INSERT INTO "grdb_migrations" VALUES('8-locality');
INSERT INTO "grdb_migrations" VALUES('9-copies');
INSERT INTO "grdb_migrations" VALUES('10-talk-words');
INSERT INTO "grdb_migrations" VALUES('11-coding-measures');
INSERT INTO "grdb_migrations" VALUES('12-hand-record-seals');
INSERT INTO "grdb_migrations" VALUES('13-same-posts');
INSERT INTO "grdb_migrations" VALUES('14-figure-notes');
CREATE TABLE hand_figure (
  source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
  row INTEGER NOT NULL,
  creator INTEGER NOT NULL REFERENCES creator ON DELETE CASCADE,
  platform TEXT NOT NULL CHECK (platform IN ('youtube', 'instagram', 'tiktok', 'facebook', 'telegram')),
  metric TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  through_day INTEGER NOT NULL CHECK (through_day >= from_day),
  value REAL NOT NULL,
  approximate INTEGER NOT NULL CHECK (approximate IN (0, 1)),
  entered_by_sealed BLOB NOT NULL,
  evidence_sealed BLOB NOT NULL,
  PRIMARY KEY (source_file, row)
) STRICT, WITHOUT ROWID;
CREATE TABLE import (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  bytes INTEGER NOT NULL,
  name_sealed BLOB NOT NULL,
  received_at INTEGER NOT NULL,
  received_by TEXT NOT NULL
) STRICT;
INSERT INTO "import" VALUES(1,X'C0F919F30BC0327AD405466B40016CB57AFCCF39F279B088FB06E8ABD230B9D7',187,X'D5F3D9525B3AFB0803FF2632D2FDC3AB24D689F5F99DFDB85E70829AB7A52CF30D192107C40300',1793858400,'unknown');
INSERT INTO "import" VALUES(2,X'63A89020B53309FCD75CAFC652D8BDFC47EF10BFF4FF453DAFE140DE29270E1D',239,X'71C699D98FD52D66AEFAE406DF8D24E9C75EFC144840AC3E85361112DEC1C03D7B',1793858400,'unknown');
INSERT INTO "import" VALUES(3,X'B437DB0BBEE146CF9E82067E169DC392757FEB5225691D9DEA7CACAD6DBB0F08',163,X'E941247EF88C004A7D87304865CE423EA6CEC08D185C58D8F6CAC098F2B2D9ECE0BE1D74501AF392C12946CB8B62EA6BA3F1',1793858400,'unknown');
CREATE TABLE key_mark (
  purpose TEXT NOT NULL PRIMARY KEY,
  mark BLOB NOT NULL CHECK (length(mark) = 8),
  made_at INTEGER NOT NULL,
  destroyed_at INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO "key_mark" VALUES('2026-Q4',X'52BBF3DF6AE95AED',1793858400,NULL);
INSERT INTO "key_mark" VALUES('identity',X'48141162B2639FDB',1793858400,NULL);
INSERT INTO "key_mark" VALUES('registry',X'5FE8DA300C71B2B3',1793858400,NULL);
INSERT INTO "key_mark" VALUES('text',X'2AE66839C425753F',1793858400,NULL);
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
INSERT INTO "label" VALUES(1,'A','alert','threat',NULL);
INSERT INTO "label" VALUES(1,'A','response','hostile',NULL);
INSERT INTO "label" VALUES(1,'A','sentiment','negative',NULL);
INSERT INTO "label" VALUES(1,'A','theme','-',NULL);
INSERT INTO "label" VALUES(1,'A','variety','ru',NULL);
INSERT INTO "label" VALUES(2,'A','alert','-',NULL);
INSERT INTO "label" VALUES(2,'A','response','formula',NULL);
INSERT INTO "label" VALUES(2,'A','sentiment','positive',NULL);
INSERT INTO "label" VALUES(2,'A','theme','-',NULL);
INSERT INTO "label" VALUES(2,'A','variety','ky',NULL);
INSERT INTO "label" VALUES(3,'A','theme','education','promotes');
INSERT INTO "label" VALUES(3,'A','variety','ky',NULL);
INSERT INTO "label" VALUES(4,'A','theme','girls-education','promotes');
INSERT INTO "label" VALUES(4,'A','variety','ky',NULL);
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
  permalink TEXT, same_as INTEGER REFERENCES post ON DELETE SET NULL,
  UNIQUE (platform, external_id)
) STRICT;
INSERT INTO "post" VALUES(1,1,'youtube','PPPPPPPPPP1',NULL,'video','Билим жана тынчтык',NULL,1791504000,'day',59,NULL,NULL);
CREATE TABLE "post_sighting" (
  source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
  post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
  row INTEGER NOT NULL,
  alias TEXT,
  kind TEXT,
  title TEXT,
  description TEXT,
  published_at INTEGER,
  published_precision TEXT CHECK (published_precision IN ('second', 'minute', 'day', 'estimate')),
  duration_seconds INTEGER CHECK (duration_seconds >= 0),
  permalink TEXT,
  PRIMARY KEY (source_file, post)
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
INSERT INTO "reader" VALUES(1,'15c45dbb2334e51d');
CREATE TABLE release (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  made_at INTEGER NOT NULL,
  from_month INTEGER NOT NULL,
  through_month INTEGER NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32)
) STRICT;
INSERT INTO "release" VALUES(1,1793858400,24321,24321,X'D3A7A96E1028BDE71257F7EC89767087B7355C6FD54457C78F53009E40AC0165');
CREATE TABLE release_cell (
  release INTEGER NOT NULL REFERENCES release ON DELETE CASCADE,
  cell TEXT NOT NULL,
  is_shown INTEGER NOT NULL CHECK (is_shown IN (0, 1)),
  size REAL NOT NULL,
  -- 0 when an author of it was purged since, so that it is not known any more whom it holds.
  is_complete INTEGER NOT NULL DEFAULT 1 CHECK (is_complete IN (0, 1)),
  value REAL,
  low REAL,
  high REAL,
  n REAL,
  PRIMARY KEY (release, cell)
) STRICT, WITHOUT ROWID;
INSERT INTO "release_cell" VALUES(1,'comments/youtube/2026-10/all',0,2.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'comments/youtube/2026-10/ky',0,1.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'comments/youtube/2026-10/other',0,0.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'comments/youtube/2026-10/ru',0,1.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'comments/youtube/2026-10/uz-Cyrl',0,0.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'comments/youtube/2026-10/uz-Latn',0,0.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'constructive_share/youtube/2026-10/all',0,1.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'constructive_share/youtube/2026-10/ky',0,0.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'constructive_share/youtube/2026-10/other',0,0.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'constructive_share/youtube/2026-10/ru',0,1.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'constructive_share/youtube/2026-10/uz-Cyrl',0,0.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'constructive_share/youtube/2026-10/uz-Latn',0,0.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'talks_published/youtube/2026-10/all',1,1.0,1,1.0,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'theme_time.against-violence/youtube/2026-10/all',0,1.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'theme_time.coexistence/youtube/2026-10/all',0,1.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'theme_time.compassion/youtube/2026-10/all',0,1.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'theme_time.education/youtube/2026-10/all',0,1.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'theme_time.family-youth/youtube/2026-10/all',0,1.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'theme_time.girls-education/youtube/2026-10/all',0,1.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'theme_time.law-citizenship/youtube/2026-10/all',0,1.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'theme_time.media-literacy/youtube/2026-10/all',0,1.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'theme_time.moderation/youtube/2026-10/all',0,1.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'theme_time.peace/youtube/2026-10/all',0,1.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'theme_time.tolerance/youtube/2026-10/all',0,1.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'theme_time.women-rights/youtube/2026-10/all',0,1.0,1,NULL,NULL,NULL,NULL);
INSERT INTO "release_cell" VALUES(1,'views/youtube/2026-10/all',0,0.0,1,NULL,NULL,NULL,NULL);
CREATE TABLE release_part (
  release INTEGER NOT NULL,
  cell TEXT NOT NULL,
  creator TEXT NOT NULL,
  contribution REAL NOT NULL,
  commenters INTEGER NOT NULL,
  PRIMARY KEY (release, cell, creator),
  FOREIGN KEY (release, cell) REFERENCES release_cell ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO "release_part" VALUES(1,'comments/youtube/2026-10/all','K01',2.0,1);
INSERT INTO "release_part" VALUES(1,'comments/youtube/2026-10/ky','K01',1.0,1);
INSERT INTO "release_part" VALUES(1,'comments/youtube/2026-10/ru','K01',1.0,1);
INSERT INTO "release_part" VALUES(1,'constructive_share/youtube/2026-10/all','K01',1.0,1);
INSERT INTO "release_part" VALUES(1,'constructive_share/youtube/2026-10/ru','K01',1.0,1);
INSERT INTO "release_part" VALUES(1,'talks_published/youtube/2026-10/all','K01',1.0,0);
INSERT INTO "release_part" VALUES(1,'theme_time.against-violence/youtube/2026-10/all','K01',9.0,0);
INSERT INTO "release_part" VALUES(1,'theme_time.coexistence/youtube/2026-10/all','K01',9.0,0);
INSERT INTO "release_part" VALUES(1,'theme_time.compassion/youtube/2026-10/all','K01',9.0,0);
INSERT INTO "release_part" VALUES(1,'theme_time.education/youtube/2026-10/all','K01',9.0,0);
INSERT INTO "release_part" VALUES(1,'theme_time.family-youth/youtube/2026-10/all','K01',9.0,0);
INSERT INTO "release_part" VALUES(1,'theme_time.girls-education/youtube/2026-10/all','K01',9.0,0);
INSERT INTO "release_part" VALUES(1,'theme_time.law-citizenship/youtube/2026-10/all','K01',9.0,0);
INSERT INTO "release_part" VALUES(1,'theme_time.media-literacy/youtube/2026-10/all','K01',9.0,0);
INSERT INTO "release_part" VALUES(1,'theme_time.moderation/youtube/2026-10/all','K01',9.0,0);
INSERT INTO "release_part" VALUES(1,'theme_time.peace/youtube/2026-10/all','K01',9.0,0);
INSERT INTO "release_part" VALUES(1,'theme_time.tolerance/youtube/2026-10/all','K01',9.0,0);
INSERT INTO "release_part" VALUES(1,'theme_time.women-rights/youtube/2026-10/all','K01',9.0,0);
CREATE TABLE row_seal (
  part TEXT NOT NULL,
  subject INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  PRIMARY KEY (part, subject)
) STRICT, WITHOUT ROWID;
INSERT INTO "row_seal" VALUES('codes',1,14,X'C3814B3B68A2EA5AA87DCD5EE487BD8E6CC399B87A64AFA423AF9E0DC56C5331');
INSERT INTO "row_seal" VALUES('comment readings',1,2,X'D214B3A3CB157BE991CE29C12D49630C652CECA6711F612A44834E547769A8F2');
INSERT INTO "row_seal" VALUES('creators',0,4,X'8C318CB82E76695E94DC3491CA37F61224A7C75786211473D065FD9C15AE9F5E');
INSERT INTO "row_seal" VALUES('imports',1,2,X'6083803F2C09899F4D2FBF9E7DF9C1F6E8B125832C3A2C230EFCCAFC8282F72B');
INSERT INTO "row_seal" VALUES('imports',2,2,X'A439C1D0A4F00367E810420D1676FB13935D9D00303B0D9E6B3877F9273D7863');
INSERT INTO "row_seal" VALUES('imports',3,2,X'31FA41B8E703C7157C1095FCB9A73632D94FEB59997C3498F21B36274660BE6E');
INSERT INTO "row_seal" VALUES('posts',1,1,X'B5B4392FA707E6C7C576C8AF5D10CA314FE2D3FCF253F7B21AAD80D65CC88E80');
INSERT INTO "row_seal" VALUES('releases',1,45,X'64EFDFACCC0F784DD76C11A1A9382BBE180AAC9CA11CCE351488FC9A05DD116C');
INSERT INTO "row_seal" VALUES('talk readings',1,9,X'1708461E701D98CA46F5466578B036325909B5CF9FFC01A8A035CDDCC422D696');
CREATE TABLE seal_due (
  part TEXT NOT NULL,
  subject INTEGER NOT NULL,
  PRIMARY KEY (part, subject)
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "setting" VALUES('clock.last-seen','1793858400');
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
INSERT INTO "source_file" VALUES(1,1,0,X'A93D86C4DDBC02CB3A3215AD55E999D29861AD07E092821C52D07A12F4F0E81D6A599AC366600E','yt-dlp-info','UTF-8','json',NULL,'lifetime',NULL,NULL,1,NULL,1,0,0,0);
INSERT INTO "source_file" VALUES(2,2,0,X'2103E8C82B86487EE7DD36FC53698E6D8C24C6F5C23CB468643436EEB070A56BEF','comment-table','UTF-8','csv ,','en',NULL,NULL,NULL,NULL,X'BFB366FEA631394042B024350780EC3129BE8335805F670C087FA0FA6617540E80178FDC7AA372EF91432590CFED5215935F57E25FD24106568DCA44',2,0,0,0);
INSERT INTO "source_file" VALUES(3,3,0,X'FF62EB1AF5F31ABC1C13836E76DFFC59CF6625D239E11D4C103B73D18F91EA26F0B552C5A8F81F7ADFFFDE3BB79CEF3DA426','webvtt','UTF-8','vtt',NULL,NULL,NULL,NULL,1,NULL,2,0,0,0);
CREATE TABLE "source_seal" (
  source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
  part TEXT NOT NULL CHECK (part IN ('posts', 'numbers', 'talks', 'comments', 'texts', 'figures', 'cards')),
  rows INTEGER NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  PRIMARY KEY (source_file, part)
) STRICT, WITHOUT ROWID;
INSERT INTO "source_seal" VALUES(1,'numbers',3,X'07CB214B242F046AECD7E63114D15230B22A38775BA6FF98307D40967CC10628');
INSERT INTO "source_seal" VALUES(1,'posts',1,X'A791052C26771565D470014378675BBB91526416B3D292A2F57D90F2512A05F6');
INSERT INTO "source_seal" VALUES(2,'comments',2,X'6481587D853748F6AB090890BBAEAF579F70D63C78694B72CCFC1587CB8389E1');
INSERT INTO "source_seal" VALUES(2,'texts',1,X'AB508A7398A287D63E0004F25311CC62EEE874592F7760C75356C1FAB0237276');
INSERT INTO "source_seal" VALUES(3,'talks',2,X'00D4DB7B7D75F9B9F4D84BB5E9CF5D5207B2D473D53CBE7C456E4CB071C8FD4D');
CREATE TABLE stale_copies (
  month INTEGER NOT NULL PRIMARY KEY
) STRICT;
CREATE TABLE stale_post (
  post INTEGER NOT NULL PRIMARY KEY REFERENCES post ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE talk_card (
  post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
  source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
  row INTEGER NOT NULL,
  themes TEXT NOT NULL,
  target_group TEXT,
  campaign TEXT,
  boosted INTEGER CHECK (boosted IN (0, 1)),
  summary TEXT,
  PRIMARY KEY (post, source_file)
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
CREATE TABLE talk_words (
  post INTEGER NOT NULL,
  part TEXT NOT NULL,
  stems BLOB NOT NULL CHECK (length(stems) % 8 = 0),
  words BLOB NOT NULL,
  PRIMARY KEY (post, part),
  FOREIGN KEY (post, part) REFERENCES talk_reading ON DELETE CASCADE
) STRICT;
INSERT INTO "talk_words" VALUES(1,'transcript',X'DAA970A17D8CFEAF7E92CE81CD105B4F247D8CAC9F6764807C5C85AE4553D2BB3DC3B6940ED2BED2',X'D0BAD18BD0B700D0BAD18BD0B7D0B4D0B0D180D0B4D18B00010008D0BED0BAD183D182D183D1830000010906D0BAD0B5D180D0B5D0BA0000021005D182D18BD0BDD187D182D18BD0BA0000011607D0B1D0B8D0B7D0B3D0B50000011E05');
CREATE TABLE text_block (
  id INTEGER PRIMARY KEY,
  source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
  number INTEGER NOT NULL,
  post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
  count INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  UNIQUE (source_file, number)
) STRICT;
INSERT INTO "text_block" VALUES(1,2,0,1,2,X'FC95419E08CA68D6947358CE8D142CD2F1B722C9F91F891BC10B4E9E83AB2F8429E74E2B13A1DAACC0638E58D00C750D1C9C58CA182EA0217D066E7CD4FD2FE33D7AD8ECD02628514613BD8044BD16332322782F593394A552349D9AFAE99E0BB0552381E821D25C6A42107BACD7F562EF633A35ABB1ED37BCA68B9EC68A9CC5A5C4517E5A39');
CREATE TABLE transcript (
  id INTEGER PRIMARY KEY,
  post INTEGER NOT NULL REFERENCES post ON DELETE CASCADE,
  source_file INTEGER NOT NULL REFERENCES source_file ON DELETE CASCADE,
  source TEXT NOT NULL CHECK (source IN ('human', 'automatic', 'machine-translated', 'unknown')),
  stated_language TEXT,
  UNIQUE (post, source_file)
) STRICT;
INSERT INTO "transcript" VALUES(1,1,3,'human','ky');
CREATE INDEX account_id_by_source ON account_id (source_file);
CREATE INDEX post_by_alias ON post (platform, alias) WHERE alias IS NOT NULL;
CREATE INDEX post_by_account ON post (account, published_at);
CREATE INDEX observation_by_account ON observation (account, as_of);
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
CREATE INDEX observation_of_account ON observation (account, metric, scope, as_of) WHERE post IS NULL;
CREATE INDEX hand_figure_by_creator ON hand_figure (creator, platform, metric, from_day);
CREATE INDEX talk_card_by_source ON talk_card (source_file);
CREATE INDEX release_cell_by_cell ON release_cell (cell);
CREATE TRIGGER post_insert_unseals AFTER INSERT ON post BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'posts', NEW.id
    WHERE 1 AND NEW.id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'posts' AND subject = NEW.id);
END;
CREATE TRIGGER post_update_unseals AFTER UPDATE ON post BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'posts', OLD.id
    WHERE 1 AND OLD.id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'posts' AND subject = OLD.id);
  INSERT INTO seal_due (part, subject) SELECT 'posts', NEW.id
    WHERE 1 AND NEW.id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'posts' AND subject = NEW.id);
END;
CREATE TRIGGER post_delete_unseals AFTER DELETE ON post BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'posts', OLD.id
    WHERE 1 AND OLD.id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'posts' AND subject = OLD.id);
END;
CREATE TRIGGER import_insert_unseals AFTER INSERT ON import BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'imports', NEW.id
    WHERE 1 AND NEW.id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'imports' AND subject = NEW.id);
END;
CREATE TRIGGER import_update_unseals AFTER UPDATE ON import BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'imports', OLD.id
    WHERE 1 AND OLD.id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'imports' AND subject = OLD.id);
  INSERT INTO seal_due (part, subject) SELECT 'imports', NEW.id
    WHERE 1 AND NEW.id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'imports' AND subject = NEW.id);
END;
CREATE TRIGGER import_delete_unseals AFTER DELETE ON import BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'imports', OLD.id
    WHERE 1 AND OLD.id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'imports' AND subject = OLD.id);
END;
CREATE TRIGGER source_file_insert_unseals AFTER INSERT ON source_file BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'imports', NEW.import
    WHERE 1 AND NEW.import IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'imports' AND subject = NEW.import);
END;
CREATE TRIGGER source_file_update_unseals AFTER UPDATE ON source_file BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'imports', OLD.import
    WHERE 1 AND OLD.import IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'imports' AND subject = OLD.import);
  INSERT INTO seal_due (part, subject) SELECT 'imports', NEW.import
    WHERE 1 AND NEW.import IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'imports' AND subject = NEW.import);
END;
CREATE TRIGGER source_file_delete_unseals AFTER DELETE ON source_file BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'imports', OLD.import
    WHERE 1 AND OLD.import IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'imports' AND subject = OLD.import);
END;
CREATE TRIGGER problem_insert_unseals AFTER INSERT ON problem BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'imports', (SELECT import FROM source_file WHERE id = NEW.source_file)
    WHERE 1 AND (SELECT import FROM source_file WHERE id = NEW.source_file) IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'imports' AND subject = (SELECT import FROM source_file WHERE id = NEW.source_file));
END;
CREATE TRIGGER problem_update_unseals AFTER UPDATE ON problem BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'imports', (SELECT import FROM source_file WHERE id = OLD.source_file)
    WHERE 1 AND (SELECT import FROM source_file WHERE id = OLD.source_file) IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'imports' AND subject = (SELECT import FROM source_file WHERE id = OLD.source_file));
  INSERT INTO seal_due (part, subject) SELECT 'imports', (SELECT import FROM source_file WHERE id = NEW.source_file)
    WHERE 1 AND (SELECT import FROM source_file WHERE id = NEW.source_file) IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'imports' AND subject = (SELECT import FROM source_file WHERE id = NEW.source_file));
END;
CREATE TRIGGER problem_delete_unseals AFTER DELETE ON problem BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'imports', (SELECT import FROM source_file WHERE id = OLD.source_file)
    WHERE 1 AND (SELECT import FROM source_file WHERE id = OLD.source_file) IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'imports' AND subject = (SELECT import FROM source_file WHERE id = OLD.source_file));
END;
CREATE TRIGGER talk_reading_insert_unseals AFTER INSERT ON talk_reading BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'talk readings', NEW.post
    WHERE 1 AND NEW.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'talk readings' AND subject = NEW.post);
END;
CREATE TRIGGER talk_reading_update_unseals AFTER UPDATE ON talk_reading BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'talk readings', OLD.post
    WHERE 1 AND OLD.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'talk readings' AND subject = OLD.post);
  INSERT INTO seal_due (part, subject) SELECT 'talk readings', NEW.post
    WHERE 1 AND NEW.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'talk readings' AND subject = NEW.post);
END;
CREATE TRIGGER talk_reading_delete_unseals AFTER DELETE ON talk_reading BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'talk readings', OLD.post
    WHERE 1 AND OLD.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'talk readings' AND subject = OLD.post);
END;
CREATE TRIGGER talk_language_insert_unseals AFTER INSERT ON talk_language BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'talk readings', NEW.post
    WHERE 1 AND NEW.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'talk readings' AND subject = NEW.post);
END;
CREATE TRIGGER talk_language_update_unseals AFTER UPDATE ON talk_language BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'talk readings', OLD.post
    WHERE 1 AND OLD.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'talk readings' AND subject = OLD.post);
  INSERT INTO seal_due (part, subject) SELECT 'talk readings', NEW.post
    WHERE 1 AND NEW.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'talk readings' AND subject = NEW.post);
END;
CREATE TRIGGER talk_language_delete_unseals AFTER DELETE ON talk_language BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'talk readings', OLD.post
    WHERE 1 AND OLD.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'talk readings' AND subject = OLD.post);
END;
CREATE TRIGGER talk_finding_insert_unseals AFTER INSERT ON talk_finding BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'talk readings', NEW.post
    WHERE 1 AND NEW.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'talk readings' AND subject = NEW.post);
END;
CREATE TRIGGER talk_finding_update_unseals AFTER UPDATE ON talk_finding BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'talk readings', OLD.post
    WHERE 1 AND OLD.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'talk readings' AND subject = OLD.post);
  INSERT INTO seal_due (part, subject) SELECT 'talk readings', NEW.post
    WHERE 1 AND NEW.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'talk readings' AND subject = NEW.post);
END;
CREATE TRIGGER talk_finding_delete_unseals AFTER DELETE ON talk_finding BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'talk readings', OLD.post
    WHERE 1 AND OLD.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'talk readings' AND subject = OLD.post);
END;
CREATE TRIGGER comment_reading_insert_unseals AFTER INSERT ON comment_reading BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'comment readings', NEW.post
    WHERE 1 AND NEW.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'comment readings' AND subject = NEW.post);
END;
CREATE TRIGGER comment_reading_update_unseals AFTER UPDATE ON comment_reading BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'comment readings', OLD.post
    WHERE 1 AND OLD.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'comment readings' AND subject = OLD.post);
  INSERT INTO seal_due (part, subject) SELECT 'comment readings', NEW.post
    WHERE 1 AND NEW.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'comment readings' AND subject = NEW.post);
END;
CREATE TRIGGER comment_reading_delete_unseals AFTER DELETE ON comment_reading BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'comment readings', OLD.post
    WHERE 1 AND OLD.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'comment readings' AND subject = OLD.post);
END;
CREATE TRIGGER comment_finding_insert_unseals AFTER INSERT ON comment_finding BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'comment readings', NEW.post
    WHERE 1 AND NEW.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'comment readings' AND subject = NEW.post);
END;
CREATE TRIGGER comment_finding_update_unseals AFTER UPDATE ON comment_finding BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'comment readings', OLD.post
    WHERE 1 AND OLD.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'comment readings' AND subject = OLD.post);
  INSERT INTO seal_due (part, subject) SELECT 'comment readings', NEW.post
    WHERE 1 AND NEW.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'comment readings' AND subject = NEW.post);
END;
CREATE TRIGGER comment_finding_delete_unseals AFTER DELETE ON comment_finding BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'comment readings', OLD.post
    WHERE 1 AND OLD.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'comment readings' AND subject = OLD.post);
END;
CREATE TRIGGER coded_text_insert_unseals AFTER INSERT ON coded_text BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'codes', NEW.post
    WHERE 1 AND NEW.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'codes' AND subject = NEW.post);
END;
CREATE TRIGGER coded_text_update_unseals AFTER UPDATE ON coded_text BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'codes', OLD.post
    WHERE 1 AND OLD.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'codes' AND subject = OLD.post);
  INSERT INTO seal_due (part, subject) SELECT 'codes', NEW.post
    WHERE 1 AND NEW.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'codes' AND subject = NEW.post);
END;
CREATE TRIGGER coded_text_delete_unseals AFTER DELETE ON coded_text BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'codes', OLD.post
    WHERE 1 AND OLD.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'codes' AND subject = OLD.post);
END;
CREATE TRIGGER label_insert_unseals AFTER INSERT ON label BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'codes', (SELECT post FROM coded_text WHERE id = NEW.text)
    WHERE 1 AND (SELECT post FROM coded_text WHERE id = NEW.text) IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'codes' AND subject = (SELECT post FROM coded_text WHERE id = NEW.text));
END;
CREATE TRIGGER label_update_unseals AFTER UPDATE ON label BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'codes', (SELECT post FROM coded_text WHERE id = OLD.text)
    WHERE 1 AND (SELECT post FROM coded_text WHERE id = OLD.text) IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'codes' AND subject = (SELECT post FROM coded_text WHERE id = OLD.text));
  INSERT INTO seal_due (part, subject) SELECT 'codes', (SELECT post FROM coded_text WHERE id = NEW.text)
    WHERE 1 AND (SELECT post FROM coded_text WHERE id = NEW.text) IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'codes' AND subject = (SELECT post FROM coded_text WHERE id = NEW.text));
END;
CREATE TRIGGER label_delete_unseals AFTER DELETE ON label BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'codes', (SELECT post FROM coded_text WHERE id = OLD.text)
    WHERE 1 AND (SELECT post FROM coded_text WHERE id = OLD.text) IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'codes' AND subject = (SELECT post FROM coded_text WHERE id = OLD.text));
END;
CREATE TRIGGER comment_rollup_insert_unseals AFTER INSERT ON comment_rollup BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'frozen tallies', NEW.post
    WHERE NEW.frozen = 1 AND NEW.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'frozen tallies' AND subject = NEW.post);
END;
CREATE TRIGGER comment_rollup_update_unseals AFTER UPDATE ON comment_rollup BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'frozen tallies', OLD.post
    WHERE OLD.frozen = 1 AND OLD.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'frozen tallies' AND subject = OLD.post);
  INSERT INTO seal_due (part, subject) SELECT 'frozen tallies', NEW.post
    WHERE NEW.frozen = 1 AND NEW.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'frozen tallies' AND subject = NEW.post);
END;
CREATE TRIGGER comment_rollup_delete_unseals AFTER DELETE ON comment_rollup BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'frozen tallies', OLD.post
    WHERE OLD.frozen = 1 AND OLD.post IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'frozen tallies' AND subject = OLD.post);
END;
CREATE TRIGGER creator_insert_unseals AFTER INSERT ON creator BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'creators', 0
    WHERE 1 AND 0 IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'creators' AND subject = 0);
END;
CREATE TRIGGER creator_update_unseals AFTER UPDATE ON creator BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'creators', 0
    WHERE 1 AND 0 IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'creators' AND subject = 0);
  INSERT INTO seal_due (part, subject) SELECT 'creators', 0
    WHERE 1 AND 0 IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'creators' AND subject = 0);
END;
CREATE TRIGGER creator_delete_unseals AFTER DELETE ON creator BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'creators', 0
    WHERE 1 AND 0 IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'creators' AND subject = 0);
END;
CREATE TRIGGER consent_insert_unseals AFTER INSERT ON consent BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'creators', 0
    WHERE 1 AND 0 IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'creators' AND subject = 0);
END;
CREATE TRIGGER consent_update_unseals AFTER UPDATE ON consent BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'creators', 0
    WHERE 1 AND 0 IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'creators' AND subject = 0);
  INSERT INTO seal_due (part, subject) SELECT 'creators', 0
    WHERE 1 AND 0 IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'creators' AND subject = 0);
END;
CREATE TRIGGER consent_delete_unseals AFTER DELETE ON consent BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'creators', 0
    WHERE 1 AND 0 IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'creators' AND subject = 0);
END;
CREATE TRIGGER account_insert_unseals AFTER INSERT ON account BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'creators', 0
    WHERE 1 AND 0 IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'creators' AND subject = 0);
END;
CREATE TRIGGER account_update_unseals AFTER UPDATE ON account BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'creators', 0
    WHERE 1 AND 0 IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'creators' AND subject = 0);
  INSERT INTO seal_due (part, subject) SELECT 'creators', 0
    WHERE 1 AND 0 IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'creators' AND subject = 0);
END;
CREATE TRIGGER account_delete_unseals AFTER DELETE ON account BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'creators', 0
    WHERE 1 AND 0 IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'creators' AND subject = 0);
END;
CREATE TRIGGER release_insert_unseals AFTER INSERT ON release BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'releases', NEW.id
    WHERE 1 AND NEW.id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'releases' AND subject = NEW.id);
END;
CREATE TRIGGER release_update_unseals AFTER UPDATE ON release BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'releases', OLD.id
    WHERE 1 AND OLD.id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'releases' AND subject = OLD.id);
  INSERT INTO seal_due (part, subject) SELECT 'releases', NEW.id
    WHERE 1 AND NEW.id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'releases' AND subject = NEW.id);
END;
CREATE TRIGGER release_delete_unseals AFTER DELETE ON release BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'releases', OLD.id
    WHERE 1 AND OLD.id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'releases' AND subject = OLD.id);
END;
CREATE TRIGGER release_cell_insert_unseals AFTER INSERT ON release_cell BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'releases', NEW.release
    WHERE 1 AND NEW.release IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'releases' AND subject = NEW.release);
END;
CREATE TRIGGER release_cell_update_unseals AFTER UPDATE ON release_cell BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'releases', OLD.release
    WHERE 1 AND OLD.release IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'releases' AND subject = OLD.release);
  INSERT INTO seal_due (part, subject) SELECT 'releases', NEW.release
    WHERE 1 AND NEW.release IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'releases' AND subject = NEW.release);
END;
CREATE TRIGGER release_cell_delete_unseals AFTER DELETE ON release_cell BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'releases', OLD.release
    WHERE 1 AND OLD.release IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'releases' AND subject = OLD.release);
END;
CREATE TRIGGER release_part_insert_unseals AFTER INSERT ON release_part BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'releases', NEW.release
    WHERE 1 AND NEW.release IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'releases' AND subject = NEW.release);
END;
CREATE TRIGGER release_part_update_unseals AFTER UPDATE ON release_part BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'releases', OLD.release
    WHERE 1 AND OLD.release IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'releases' AND subject = OLD.release);
  INSERT INTO seal_due (part, subject) SELECT 'releases', NEW.release
    WHERE 1 AND NEW.release IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'releases' AND subject = NEW.release);
END;
CREATE TRIGGER release_part_delete_unseals AFTER DELETE ON release_part BEGIN
  INSERT INTO seal_due (part, subject) SELECT 'releases', OLD.release
    WHERE 1 AND OLD.release IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM seal_due WHERE part = 'releases' AND subject = OLD.release);
END;
CREATE INDEX observation_by_post ON observation (post, scope, as_of, metric) WHERE post IS NOT NULL;
CREATE INDEX post_sighting_by_post ON post_sighting (post);
CREATE INDEX copied_rollup_by_month ON copied_rollup (month);
CREATE TRIGGER copies_of_fewer_comments AFTER DELETE ON comment_rollup WHEN OLD.kind = 'all'
BEGIN
  INSERT OR IGNORE INTO stale_copies (month) VALUES (OLD.month);
END;
CREATE INDEX post_by_same ON post (same_as) WHERE same_as IS NOT NULL;
CREATE INDEX figure_note_by_month ON figure_note (month);
CREATE INDEX figure_note_by_creator ON figure_note (creator);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('import',3);
INSERT INTO "sqlite_sequence" VALUES('source_file',3);
INSERT INTO "sqlite_sequence" VALUES('release',1);
INSERT INTO "sqlite_sequence" VALUES('figure_note',1);
COMMIT;
