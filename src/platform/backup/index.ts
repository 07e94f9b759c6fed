/**
 * Backup and restore: the whole installation (every table, the queue's work, the store's sealed files) in one compressed,
 * checked file that goes between the embedded server and one of the machine's own. The installation's key is never in
 * it: the file names the key's fingerprint, and a restore needs that key. A restore reads the whole file first and
 * then writes all of it or nothing.
 */
export { copyName, isFolder, rotateCopies } from './rotation.ts'
export { backupInstallation, type BackupResult } from './take-backup.ts'
export { restoreInstallation, type RestoreOrder, type RestoreResult, verifyBackup } from './restore-backup.ts'
