import type { Endpoint, OutputOf } from '../../../../kernel/endpoint.ts'
import type { Result } from '../../../../kernel/result.ts'
import type { Client, ClientInput, ClientRefusal } from '../../../../platform/http/client.ts'

/** The centre refused what must succeed; the season cannot go on. */
export class SeasonFault extends Error {
  constructor(doing: string, refusal: Pick<ClientRefusal, 'code' | 'zh' | 'fields'>) {
    const fields = (refusal.fields ?? []).map(f => `${f.path}：${f.zh}`).join('；')
    super(`${doing}未成功：${refusal.zh || refusal.code}（${refusal.code}）${fields}`)
    this.name = 'SeasonFault'
  }
}

type Answer<E extends Endpoint> = Result<OutputOf<E['reply']>, ClientRefusal>

/** Calls of endpoints as a browser makes them; who is told to come back later comes back later. */
export type Caller = {
  /** The answer, a refusal being one. */
  ask<E extends Endpoint>(client: Client, endpoint: E, input: ClientInput<E>): Promise<Answer<E>>
  /** The value; a refusal ends the season. */
  must<E extends Endpoint>(client: Client, endpoint: E, input: ClientInput<E>): Promise<OutputOf<E['reply']>>
  /** How many requests were made, and how many seconds of them were waiting for one's turn. */
  counts(): { readonly requests: number; readonly waitedSeconds: number }
}

const MOST_WAITS = 30

/** `pause` waits so many milliseconds. */
export function openCaller(pause: (ms: number) => Promise<void>): Caller {
  let requests = 0
  let waitedSeconds = 0
  const ask: Caller['ask'] = async (client, endpoint, input) => {
    for (let waits = 0; ; waits++) {
      requests += 1
      const answer = await client.call(endpoint, input)
      if (answer.ok || answer.refusal.code !== 'too-many-requests' || waits === MOST_WAITS) return answer
      const seconds = Number(answer.refusal.facts['seconds'] ?? 1)
      waitedSeconds += seconds
      await pause(seconds * 1000)
    }
  }
  return {
    ask,
    async must(client, endpoint, input) {
      const answer = await ask(client, endpoint, input)
      if (!answer.ok) throw new SeasonFault(endpoint.summary, answer.refusal)
      return answer.value
    },
    counts: () => ({ requests, waitedSeconds }),
  }
}
