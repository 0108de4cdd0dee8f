import { useQueries } from '@tanstack/react-query'
import type { Role } from '../../../../kernel/actor.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import { call, type Told } from '../../../../ui/client.ts'
import type { Waiting } from '../../../../ui/components/page/wait-card.tsx'
import { RefusalError } from '../../../../ui/use-endpoint.ts'
import { useLanguage } from '../../../../ui/words.ts'
import { entriesFor, type WaitingEntry } from './waiting.ts'

/** What waits for a person; `refusal` tells of the first thing that could not be read for another reason than their scope. */
export type WaitingRead = { readonly pending: boolean; readonly waits: readonly Waiting[]; readonly refusal: Told | null }

const NOT_THEIRS = new Set(['not-permitted', 'not-found', 'not-signed-in'])

export function useWaiting(roles: readonly Role[], now: Instant): WaitingRead {
  const language = useLanguage()
  const entries = entriesFor(roles)
  const reads = useQueries({ queries: entries.map(queryOf) })
  const waits = entries.flatMap((entry, place) => {
    const answer = reads[place]?.data
    if (answer === undefined) return []
    const due = entry.due(answer, { now, language })
    return [
      {
        count: entry.count(answer, { now, language }),
        what: entry[language],
        tone: entry.tone,
        to: entry.path,
        ...(due !== undefined && { due }),
      },
    ]
  })
  const refusals = reads.flatMap(read =>
    read.error instanceof RefusalError && !NOT_THEIRS.has(read.error.told.code) ? [read.error.told] : [],
  )
  return { pending: reads.some(read => read.isPending), waits, refusal: refusals[0] ?? null }
}

/** The same key as `useRead`, so that a page opened from here finds the answer already read. */
function queryOf({ read, input }: WaitingEntry) {
  return {
    queryKey: [read.path, input],
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<unknown> => {
      const reply = await call(read, { ...input, signal })
      if (!reply.ok) throw new RefusalError(reply.refusal)
      return reply.value
    },
    refetchInterval: 60_000,
  }
}
