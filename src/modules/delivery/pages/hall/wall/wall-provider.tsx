import { type ReactNode, createContext, useContext, useEffect, useMemo, useReducer, useState } from 'react'
import { type StreamState, followEvents } from '../../../../../ui/event-stream.ts'
import { useRead } from '../../../../../ui/use-endpoint.ts'
import { followWall, readPending } from '../../../contract.ts'
import { type Pending, useHall } from '../desk/hall.ts'
import { NOTHING_YET, type WallMessage, type WallState, hearWall } from './wall-state.ts'

/** What the stream brought, how it stands, and when this machine last heard of the server by it. */
export type Wall = {
  readonly state: WallState
  readonly stream: StreamState
  readonly heardAt: number | null
  readonly pending: Pending | undefined
  readonly again: () => void
}
const WallContext = createContext<Wall | null>(null)

export function useWall(): Wall {
  const wall = useContext(WallContext)
  if (!wall) throw new Error('no wall is followed here')
  return wall
}

type Told = { readonly name: string; readonly message: WallMessage }
const take = (state: WallState, told: Told | null): WallState => (told === null ? NOTHING_YET : hearWall(state, told.name, told.message))
/** What waits is asked for at this pace; a raised hand itself comes by the stream. */
const PENDING_SECONDS = 3

/** One stream for all pages of a sitting, so that going from the door to the wall loses no second. */
export function WallProvider({ children }: { readonly children: ReactNode }) {
  const { sitting } = useHall()
  const { sittingId } = sitting
  const [state, tell] = useReducer(take, NOTHING_YET)
  const [stream, setStream] = useState<StreamState>({ kind: 'opening' })
  const [heardAt, setHeardAt] = useState<number | null>(null)
  const [round, setRound] = useState(0)
  const pending = useRead(readPending, { params: { sittingId } }, { everySeconds: PENDING_SECONDS })
  useEffect(() => {
    tell(null)
    setHeardAt(null)
    return followEvents({
      endpoint: followWall,
      input: { params: { sittingId } },
      onEvent: ({ name, data }) => tell({ name, message: JSON.parse(data) as WallMessage }),
      onState: next => {
        setStream(was => (was.kind === next.kind && next.kind !== 'refused' ? was : next))
        if (next.kind === 'open') setHeardAt(Date.now())
      },
    })
  }, [sittingId, round])
  const wall = useMemo(
    () => ({ state, stream, heardAt, pending: pending.data, again: () => setRound(was => was + 1) }),
    [state, stream, heardAt, pending.data],
  )
  return <WallContext value={wall}>{children}</WallContext>
}
