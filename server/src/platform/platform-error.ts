/**
 * Everything that can go wrong before Liren serves its first page. The list is closed; each text says what
 * happened and what to do next, in Chinese for the operator and in English for whoever helps them.
 * `{name}` stands for a value of `PlatformError.values`.
 */
export const platformErrorTexts = {
  'port-in-use': {
    zh: '端口 {port} 已被别的程序占用。换一个端口（PORT=8081 npm start），或先停掉占用它的程序。',
    en: 'Port {port} is in use. Choose another (PORT=8081 npm start) or stop the program that holds it.',
  },
  'database-unreachable': {
    zh: '连不上数据库 {address}。请检查 DATABASE_URL、数据库是否已启动、网络和密码。原因：{reason}',
    en: 'Cannot reach the database at {address}. Check DATABASE_URL, that it runs, the network and the password.',
  },
  'database-too-old': {
    zh: '数据库是 PostgreSQL {found}，里仁需要 {needed} 或更新的版本。请升级数据库。',
    en: 'The database is PostgreSQL {found}; Liren needs {needed} or newer.',
  },
  'missing-right': {
    zh: '没有权限：{what}。{remedy}',
    en: 'Permission missing for {path}. Give the account that runs Liren the right to it, or set LIREN_DATA elsewhere.',
  },
  'half-written-data': {
    zh: '数据目录 {path} 不完整：缺少 {missing}。里仁没有改动它。如有备份，请换一个空目录（LIREN_DATA）后运行 liren restore；确定不要其中数据时，再自行移走该目录。',
    en: 'The data folder {path} is incomplete ({missing} is missing) and was left untouched. Restore a backup into an empty LIREN_DATA, or move the folder away yourself.',
  },
  'other-version-data': {
    zh: '数据目录 {path} 由 PostgreSQL {found} 写成，当前程序是 {running}。请用原来版本的里仁运行 liren backup，再用新版 liren restore 到空目录。',
    en: 'The data folder {path} was written by PostgreSQL {found}, this is {running}. Back up with the old Liren and restore with the new.',
  },
  'second-copy': {
    zh: '另一个里仁（进程 {pid}）正在使用数据目录 {path}。先停掉它，或用 LIREN_DATA 指定另一个目录。',
    en: 'Another Liren (process {pid}) is using the data folder {path}. Stop it, or set LIREN_DATA to another folder.',
  },
  'binaries-missing': {
    zh: '没有可在本机（{platform}）运行的内置数据库：{reason}。请重新运行 npm ci，或用 DATABASE_URL 指定你自己的 PostgreSQL。',
    en: 'No embedded database runs on this machine ({platform}). Run npm ci again, or set DATABASE_URL to a PostgreSQL of your own.',
  },
  'database-start-failed': {
    zh: '内置数据库没能启动。数据库最后的输出：\n{output}',
    en: 'The embedded database did not start; its last output stands above.',
  },
  'database-start-slow': {
    zh: '内置数据库 {seconds} 秒内没有启动完成，已停止。断电后的恢复可能较慢，可再试一次。数据库最后的输出：\n{output}',
    en: 'The embedded database was not ready within {seconds} s and was stopped. Recovery after a crash can be slow; try again.',
  },
  'leftover-database': {
    zh: '上次留下的数据库进程 {pid} 没有停下来。请等一分钟再试，或重启这台机器；不要强行结束它。',
    en: 'Database process {pid}, left from an earlier run, did not stop. Wait a minute or restart the machine; do not kill it by force.',
  },
  'disk-full': {
    zh: '磁盘已满，写不进 {path}。请腾出空间后再启动；数据没有损坏。',
    en: 'The disk is full at {path}. Free some space and start again; no data was harmed.',
  },
  'config-invalid': {
    zh: '环境变量 {variable} 的值不对：{problem}',
    en: 'Environment variable {variable} is not valid: {problemEnglish}',
  },
  'key-unreadable': {
    zh: '主密钥文件 {path} 读不出来或已损坏：{problem}。没有它，加密的个人信息无法读出。请从你的密钥备份恢复该文件。',
    en: 'The master key file {path} is unreadable or damaged. Encrypted personal data cannot be read without it; restore it from your key backup.',
  },
  'other-key': {
    zh: '主密钥不是写这个数据库时用的那一把（{path}）。请换回原来的密钥文件或 LIREN_KEY；用错密钥会找不到任何人。',
    en: 'The master key ({path}) is not the one this database was written with. Put the original key back.',
  },
  'key-missing': {
    zh: '数据库里还有用主密钥 {id} 加密的内容，而 {path} 里没有这一把。请把它加回去（放在后面的行）；要停用它，先运行 liren rotate-keys，等它说不再需要。',
    en: 'The database still holds values sealed with master key {id}, which is not in {path}. Put it back (on a later line); to retire it, run liren rotate-keys until it says so.',
  },
  'key-order': {
    zh: '主密钥的次序不对：{id} 是最后启用的，应当在 {path} 的第一行。',
    en: 'Master key {id} came into use last and must stand on the first line of {path}.',
  },
  'database-not-migrated': {
    zh: '数据库没能升级到这个版本：{problem}。数据库保持原样。',
    en: 'The database could not be brought to this version ({problem}); it was left as it was.',
  },
  'backup-damaged': {
    zh: '备份文件 {path} 已损坏或不完整（{part}）。没有恢复任何内容。请换一份备份。',
    en: 'The backup {path} is damaged or cut short ({part}). Nothing was restored; use another backup.',
  },
  'backup-newer': {
    zh: '备份来自更新版本的里仁（{level}）。请先升级里仁，再恢复。',
    en: 'The backup was made by a newer Liren ({level}). Upgrade first, then restore.',
  },
  'backup-unsupported': {
    zh: '数据表 {table} 不能备份：{problem}',
    en: 'Table {table} cannot be backed up.',
  },
  'nothing-to-back-up': {
    zh: '数据库里还没有里仁的数据，没有可备份的内容。请检查 LIREN_DATA 或 DATABASE_URL 是否指对了地方。',
    en: 'This database holds nothing of Liren yet. Check that LIREN_DATA or DATABASE_URL points to the right place.',
  },
  'not-empty': {
    zh: '{place} 已有数据，没有恢复。要用备份整个替换它，请加 --replace；原有数据将被删除。',
    en: '{place} already holds data; nothing was restored. Add --replace to put the backup in its place, deleting what is there.',
  },
  'file-unwritable': {
    zh: '写不了文件 {path}：{reason}',
    en: 'Cannot write {path}.',
  },
} as const;

export type PlatformErrorCode = keyof typeof platformErrorTexts;

export interface PlatformError {
  readonly code: PlatformErrorCode;
  readonly values: Readonly<Record<string, string>>;
}

export const platformError = (
  code: PlatformErrorCode,
  values: Readonly<Record<string, string>> = {},
): PlatformError => ({ code, values });

/** Two paragraphs for a terminal: Chinese, then English. */
export function describePlatformError(error: PlatformError): string {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => error.values[name] ?? '?');
  const text = platformErrorTexts[error.code];
  return `${fill(text.zh)}\n${fill(text.en)}`;
}
