/** One option as shown: its letter is a matter of its place on this page only and never leaves it. */
export type ShownOption = { readonly id: string; readonly text: string }

type Props = {
  readonly options: readonly ShownOption[]
  readonly chosen: readonly string[]
  readonly several: boolean
  readonly readOnly: boolean
  readonly name: string
  /** Id of the element that holds the stem: it names the group for screen readers. */
  readonly stemId: string
  readonly hint: string
  readonly onChoose: (id: string) => void
}

/** Options as whole-row targets over native radio buttons or check boxes, so that keyboard and screen readers find what they know. */
export function OptionList({ options, chosen, several, readOnly, name, stemId, hint, onChoose }: Props) {
  return (
    <div
      className={readOnly ? 'z-options z-options-read' : 'z-options'}
      role={several ? 'group' : 'radiogroup'}
      aria-labelledby={stemId}
      aria-describedby={`${name}-hint`}
    >
      <p className="z-options-hint" id={`${name}-hint`}>
        {hint}
      </p>
      {options.map((option, at) => {
        const isChosen = chosen.includes(option.id)
        return (
          <label className={isChosen ? 'z-option z-option-chosen' : 'z-option'} key={option.id}>
            <input
              type={several ? 'checkbox' : 'radio'}
              name={name}
              value={option.id}
              checked={isChosen}
              disabled={readOnly}
              data-option={at}
              onChange={() => onChoose(option.id)}
            />
            <span className="z-option-letter" aria-hidden="true">
              {letterOf(at)}
            </span>
            <span className="z-option-text">{option.text}</span>
          </label>
        )
      })}
    </div>
  )
}

/** `A` for the first place. */
export function letterOf(place: number): string {
  return String.fromCharCode(65 + place)
}
