import { useCallback, useEffect, useRef, useState } from '../../../../ui/hooks.ts'
import type { Result } from '../../../../kernel/result.ts'
import type { Told } from '../../../../ui/client.ts'

export type Polled<T> = {
  readonly value: T | null
  /** When the last answer came; a later loss of the network leaves it standing. */
  readonly at: number
  readonly told: Told | null
  readonly again: () => void
}

/** Asks every so often while somebody looks at the page. What was answered last stays when the network is lost. `ask` has to keep its identity. */
export function usePoll<T>(ask: () => Promise<Result<T, Told>>, everyMs: number): Polled<T> {
  const [state, setState] = useState<Omit<Polled<T>, 'again'>>({ value: null, at: 0, told: null })
  const againRef = useRef<() => void>(() => {})
  useEffect(() => {
    let here = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const once = async (): Promise<void> => {
      clearTimeout(timer)
      if (!document.hidden) {
        const answer = await ask()
        if (!here) return
        setState(before => (answer.ok ? { value: answer.value, at: Date.now(), told: null } : { ...before, told: answer.refusal }))
        if (!answer.ok && answer.refusal.code !== 'network-lost') return
      }
      clearTimeout(timer)
      timer = setTimeout(() => void once(), everyMs)
    }
    const seen = (): void => {
      if (!document.hidden) void once()
    }
    againRef.current = () => void once()
    document.addEventListener('visibilitychange', seen)
    void once()
    return () => {
      here = false
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [ask, everyMs])
  const again = useCallback(() => againRef.current(), [])
  return { ...state, again }
}
