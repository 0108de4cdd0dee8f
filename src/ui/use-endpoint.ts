import { type UseQueryResult, QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { Endpoint } from '../kernel/endpoint.ts'
import type { Result } from '../kernel/result.ts'
import { type AnswerOf, call, type CallInput, type Told } from './client.ts'

/** A refusal on its way through the query cache, which knows only thrown things. */
export class RefusalError extends Error {
  readonly told: Told
  constructor(told: Told) {
    super(told.code)
    this.told = told
  }
}

const BUSY_STATUS = 503
/** A server that sheds reads takes them again within seconds; without another try a page would stand as it was before an act. */
const TRIES_WHILE_BUSY = 4

/** One cache for the portal: retries what the network lost, twice, and what a busy server put off. */
export function newQueryClient(): QueryClient {
  const retry = (failures: number, error: Error) =>
    error instanceof RefusalError &&
    ((error.told.code === 'network-lost' && failures < 2) || (error.told.status === BUSY_STATUS && failures < TRIES_WHILE_BUSY))
  return new QueryClient({
    defaultOptions: { queries: { retry, staleTime: 10_000, refetchOnMount: 'always', refetchOnWindowFocus: true } },
  })
}

/** `once`: what was read stays until something else is asked for; for readings that are put on record. */
export type ReadOptions = { readonly enabled?: boolean; readonly everySeconds?: number; readonly once?: boolean }

/** Reads an endpoint and keeps the answer fresh. `error.told` is the refusal. */
export function useRead<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  options: ReadOptions = {},
): UseQueryResult<AnswerOf<E>, RefusalError> {
  return useQuery<AnswerOf<E>, RefusalError>({
    queryKey: [endpoint.path, input],
    queryFn: async ({ signal }) => {
      const reply = await call(endpoint, { ...input, signal })
      if (!reply.ok) throw new RefusalError(reply.refusal)
      return reply.value === undefined ? (null as AnswerOf<E>) : reply.value
    },
    ...(options.enabled !== undefined && { enabled: options.enabled }),
    ...(options.everySeconds !== undefined && { refetchInterval: options.everySeconds * 1000 }),
    ...(options.once && {
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnMount: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }),
  })
}

export type Act<E extends Endpoint> = {
  /** Performs the act; while one is under way a second is not sent. */
  readonly act: (input: CallInput<E>) => Promise<Result<AnswerOf<E>, Told>>
  readonly busy: boolean
  readonly refusal: Told | null
  readonly clear: () => void
}

const BUSY: Told = { code: 'busy', status: 0, facts: {}, zh: '上一次操作还在进行，请稍候。', en: 'The previous act is still under way.' }

/** An act on the server. After success the reads of the endpoints in `refresh` are fetched anew. */
export function useAct<E extends Endpoint>(endpoint: E, refresh: readonly Endpoint[] = []): Act<E> {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Told | null>(null)
  const act = async (input: CallInput<E>): Promise<Result<AnswerOf<E>, Told>> => {
    if (busy) return { ok: false, refusal: BUSY }
    setBusy(true)
    const reply = await call(endpoint, input)
    setRefusal(reply.ok ? null : reply.refusal)
    setBusy(false)
    if (reply.ok) await Promise.all(refresh.map(read => queries.invalidateQueries({ queryKey: [read.path] })))
    return reply
  }
  return { act, busy, refusal, clear: useCallback(() => setRefusal(null), []) }
}
