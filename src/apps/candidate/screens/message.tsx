import type { Told } from '../../../ui/client.ts'
import { Frame } from './frame.tsx'
import { ToldNote } from './told.tsx'

type Props = {
  readonly title: string
  readonly text: string
  readonly told: Told | null
  readonly action?: { readonly text: string; readonly run: () => void }
}

/** Nothing to do but to read. */
export function MessageScreen({ title, text, told, action }: Props) {
  return (
    <Frame title={title}>
      <ToldNote told={told} />
      <p className="x-lead" role="status">
        {text}
      </p>
      {action ? (
        <button type="button" className="z-button z-button-large" onClick={action.run}>
          {action.text}
        </button>
      ) : null}
    </Frame>
  )
}
