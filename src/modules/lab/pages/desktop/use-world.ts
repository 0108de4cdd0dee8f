import type { Told } from '../../../../ui/client.ts'
import { useCallback, useEffect, useRef, useState } from '../../../../ui/hooks.ts'
import type { Acted, Around, CommandAnswer, WorldAnswer, WorldRefusal } from '../app-page.ts'
import type { CommandToGive, WorldDoor } from './world-door.ts'

export type HeldWorld = {
  readonly door: WorldDoor
  readonly world: WorldAnswer | null
  /** Why there is no world, or why the last act never arrived. */
  readonly told: Told | null
  readonly refusal: WorldRefusal | null
  readonly captions: readonly string[]
  readonly busy: boolean
  readonly act: (type: string, data: unknown, options?: { readonly quiet?: boolean }) => Promise<Acted>
  readonly take: (answer: CommandAnswer) => void
  readonly quiet: () => void
  readonly reload: () => Promise<void>
}

const RETRIES = 3
const WAIT_MS = 800

/** The world of this page. Commands go one after the other; one that was not answered is sent again under its id, and is done once. */
export function useWorld(door: WorldDoor): HeldWorld {
  const [world, setWorld] = useState<WorldAnswer | null>(null)
  const [told, setTold] = useState<Told | null>(null)
  const [refusal, setRefusal] = useState<WorldRefusal | null>(null)
  const [captions, setCaptions] = useState<readonly string[]>([])
  const [waiting, setWaiting] = useState(0)
  const seqRef = useRef(0)
  const lineRef = useRef<Promise<unknown>>(Promise.resolve())
  const reload = useCallback(async () => {
    const answer = await door.open()
    setTold(answer.ok ? null : answer.refusal)
    if (!answer.ok) return
    seqRef.current = answer.value.lastSeq
    setWorld(answer.value)
  }, [door])
  useEffect(() => void reload(), [reload])
  const take = useCallback((answer: CommandAnswer) => {
    const around = answer.view as Around
    seqRef.current = around.seq
    setWorld(before => before && { ...before, view: answer.view, due: answer.due, lastSeq: around.seq, lap: around.lap })
    setRefusal(answer.refusal)
    if (answer.captions.length > 0) setCaptions(answer.captions)
  }, [])
  const act = useCallback<HeldWorld['act']>(
    (type, data, options = {}) => {
      const mine = lineRef.current.then(async (): Promise<Acted> => {
        const answer = await send(door, { commandId: crypto.randomUUID(), type, data, expectedSeq: seqRef.current })
        if ('told' in answer) {
          setTold(answer.told)
          return { kind: 'lost', told: answer.told }
        }
        setTold(null)
        take(answer)
        if (answer.refusal === null) return { kind: 'done', reply: answer.reply }
        if (options.quiet) setRefusal(null)
        return { kind: 'refused', refusal: answer.refusal }
      })
      lineRef.current = mine
      setWaiting(n => n + 1)
      void mine.finally(() => setWaiting(n => n - 1))
      return mine
    },
    [door, take],
  )
  const quiet = useCallback(() => {
    setRefusal(null)
    setTold(null)
  }, [])
  return { door, world, told, refusal, captions, busy: waiting > 0, act, take, quiet, reload }
}

async function send(door: WorldDoor, command: CommandToGive): Promise<CommandAnswer | { readonly told: Told }> {
  for (let i = 1; ; i++) {
    const answer = await door.command(command)
    if (answer.ok) return answer.value
    if (answer.refusal.code !== 'network-lost' || i >= RETRIES) return { told: answer.refusal }
    await new Promise(resolve => setTimeout(resolve, WAIT_MS * i))
  }
}
