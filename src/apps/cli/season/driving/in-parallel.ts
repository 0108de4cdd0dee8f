/** Does something for each, so many at a time, in order of the list; the first failure ends it once what is under way has ended. */
export async function inParallel<T>(items: readonly T[], atOnce: number, run: (item: T, index: number) => Promise<void>): Promise<void> {
  let next = 0
  let failed = false
  const worker = async () => {
    while (next < items.length && !failed) {
      const index = next++
      try {
        await run(items[index] as T, index)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const outcomes = await Promise.allSettled(Array.from({ length: Math.min(atOnce, items.length) }, worker))
  const broken = outcomes.find(o => o.status === 'rejected')
  if (broken) throw broken.reason
}
