import { test } from 'node:test'

/**
 * A story told in steps: each goes on from the one before, and after the first that fails the rest is not tried.
 * `onFailure` keeps what could be seen at that moment.
 */
export function story(onFailure: () => Promise<void>): (told: string, act: () => Promise<void>) => void {
  let broken: string | null = null
  return (told, act) => {
    void test(told, async () => {
      if (broken !== null) throw new Error(`not tried, because this failed before: ${broken}`)
      try {
        await act()
      } catch (error) {
        broken = told
        await onFailure()
        throw error
      }
    })
  }
}
