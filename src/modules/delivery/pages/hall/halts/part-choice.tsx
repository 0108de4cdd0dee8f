import { useSearchParams } from 'react-router'
import { useWords } from '../../../../../ui/words.ts'
import { Chips } from '../desk/act-form.tsx'
import { useWall } from '../wall/wall-provider.tsx'
import { roomsOf } from '../wall/wall-state.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Stands for the whole site among the labels of rooms, none of which is empty. */
export const WHOLE_SITE = ''

/** The room that is on the screen, or the whole site: what people most likely mean. */
export function useUsualPart(): string {
  const [address] = useSearchParams()
  return address.get('room') ?? WHOLE_SITE
}

export function PartChoice({ part, onChoose }: { readonly part: string; readonly onChoose: (part: string) => void }) {
  const words = useWords(zh, en)
  const { state } = useWall()
  const rooms = roomsOf(state.seats).map(({ roomLabel }) => ({ key: roomLabel, text: roomLabel }))
  return (
    <div data-first>
      <Chips legend={words.part} value={part} onChange={onChoose} choices={[{ key: WHOLE_SITE, text: words.site }, ...rooms]} />
    </div>
  )
}
