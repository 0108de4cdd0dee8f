import { call, type Told } from '../../../../ui/client.ts'
import { RefusalNote } from '../../../../ui/components/page/refusal-note.tsx'
import { useState } from '../../../../ui/hooks.ts'
import { useWords } from '../../../../ui/words.ts'
import { joinWorkshop } from '../../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

/** Joining the workshop of a teacher by its code; a teacher finds the way to the board here too. */
export function JoinWorkshop({ teaches }: { readonly teaches: boolean }) {
  const words = useWords(zh, en).join
  const [code, setCode] = useState('')
  const [told, setTold] = useState<Told | null>(null)
  const join = async (event: { preventDefault: () => void }): Promise<void> => {
    event.preventDefault()
    const answer = await call(joinWorkshop, { body: { code } })
    if (answer.ok) location.assign(`/lab/worlds/${answer.value.worldId}`)
    else setTold(answer.refusal)
  }
  return (
    <section className="board-join" aria-label={words.title}>
      <form onSubmit={event => void join(event)}>
        <label htmlFor="join-code">{words.label}</label>
        <input
          id="join-code"
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          pattern="[0-9]{6}"
          required
          aria-describedby="join-how"
          value={code}
          onInput={event => setCode((event.target as HTMLInputElement).value.trim())}
        />
        <button type="submit" className="z-button">
          {words.go}
        </button>
        <p id="join-how" className="z-note">
          {words.how}
        </p>
        {teaches && (
          <a className="z-button" href="/lab/board">
            {words.board}
          </a>
        )}
      </form>
      {told !== null && <RefusalNote refusal={told} />}
    </section>
  )
}
