import process from 'node:process'

/** A parent may go away while the server is still starting. */
let orphaned = false
process.once('disconnect', () => {
  orphaned = true
})

/** First signal: finish and leave; second: leave at once. False when the parent that wanted this server went away during its start. */
export function stopOnSignals(server: { stop(): Promise<void> }): boolean {
  let asked = false
  const stop = () => {
    if (asked) process.exit(1)
    asked = true
    void server.stop().then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.on('disconnect', stop)
  if (orphaned) stop()
  return !orphaned
}
