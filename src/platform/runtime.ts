/** Ends the process with one line when it runs under another Node than the pinned major version. */
export function assertRuntime(): void {
  if (process.versions.node.startsWith('26.')) return
  console.error(
    `Нужен Node 26, а запущен ${process.versions.node}: запускайте через npm start или npm run otklik.`,
  )
  process.exit(1)
}
