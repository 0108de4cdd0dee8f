import { Button } from 'antd'
import { useSearchParams } from 'react-router'
import { Icon } from '../../../../../ui/components/mark/icon.tsx'
import { EmptyState } from '../../../../../ui/components/page/empty-state.tsx'
import { PageHead } from '../../../../../ui/components/page/page-head.tsx'
import { RefusalNote } from '../../../../../ui/components/page/refusal-note.tsx'
import { WaitingSkeleton } from '../../../../../ui/components/page/waiting-skeleton.tsx'
import { useRead } from '../../../../../ui/use-endpoint.ts'
import { useWords } from '../../../../../ui/words.ts'
import { readRoomRecord } from '../../../contract.ts'
import { useHall } from '../desk/hall.ts'
import { useWall } from '../wall/wall-provider.tsx'
import { roomsOf } from '../wall/wall-state.ts'
import { RecordSheet } from './record-sheet.tsx'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'
import './record.css'

/** The record of a room as it will lie on the table: a sheet of A4, and the button that prints it. */
export function RecordPage() {
  const words = useWords(zh, en)
  const { sitting } = useHall()
  const { state } = useWall()
  const [address, setAddress] = useSearchParams()
  const rooms = roomsOf(state.seats.filter(seat => seat.candidateRef !== null)).map(room => room.roomLabel)
  const room = address.get('room') ?? rooms[0]
  return (
    <div className="h-record-page">
      <div className="z-no-print">
        <PageHead
          title={words.title}
          purpose={words.purpose}
          waiting={sitting.closedAt === null ? words.notClosed : undefined}
          more={
            <select
              className="h-select"
              aria-label={words.room}
              value={room ?? ''}
              onChange={event => setAddress({ room: event.target.value }, { replace: true })}
            >
              {rooms.map(one => (
                <option key={one}>{one}</option>
              ))}
            </select>
          }
          action={
            <Button type="primary" size="large" icon={<Icon name="print" size={16} />} onClick={() => print()}>
              {words.print}
            </Button>
          }
        />
      </div>
      {room === undefined ? (
        state.serverTime === null ? (
          <WaitingSkeleton lines={8} />
        ) : (
          <EmptyState what={words.empty} how={words.emptyHow} />
        )
      ) : (
        <ReadRecord roomLabel={room} />
      )}
    </div>
  )
}

function ReadRecord({ roomLabel }: { readonly roomLabel: string }) {
  const { sitting } = useHall()
  const read = useRead(readRoomRecord, { params: { sittingId: sitting.sittingId, roomLabel } })
  if (read.isPending) return <WaitingSkeleton lines={12} />
  if (read.data === undefined) return <RefusalNote refusal={read.error?.told} onRetry={() => void read.refetch()} />
  return <RecordSheet record={read.data} drawnUpAt={read.dataUpdatedAt} />
}
