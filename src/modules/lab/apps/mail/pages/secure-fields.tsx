import { SpecField } from '../../../pages/parts/spec-field.tsx'
import { signingChoices } from './certificates.ts'
import type { PartProps } from './view.ts'
import { words as all } from './words.ts'

const words = all.secure
/** How a letter is to be protected, as it is chosen in the form. */
export type Wish = { readonly sign: string; readonly encrypt: boolean; readonly pin: string }
export const UNPROTECTED: Wish = { sign: '', encrypt: false, pin: '' }

/** What `mail.send` is told of the wish. */
export function wishData({ sign, encrypt, pin }: Wish): {
  readonly sign: string | null
  readonly encrypt: boolean
  readonly pin: string | null
} {
  return { sign: sign === '' ? null : sign, encrypt, pin: pin === '' ? null : pin }
}

type Props = Pick<PartProps, 'around'> & { readonly wish: Wish; readonly onWish: (wish: Wish) => void }

/** Signing and sealing; nothing is offered in a world without an authority. */
export function SecureFields({ around, wish, onWish }: Props) {
  const choices = signingChoices(around)
  if (choices === null) return null
  const { certificates, hasToken } = choices
  return (
    <fieldset className="mail-secure">
      <legend>{words.title}</legend>
      <SpecField
        spec={{
          name: 'sign',
          zh: words.sign,
          kind: 'choice',
          choices: [['', words.noSign], ...certificates],
          ...(certificates.length === 0 ? { note: words.noCertificates } : {}),
        }}
        value={wish.sign}
        wrong={false}
        onValue={sign => onWish({ ...wish, sign })}
      />
      <SpecField
        spec={{ name: 'encrypt', zh: words.encrypt, kind: 'check' }}
        value={wish.encrypt ? 'yes' : ''}
        wrong={false}
        onValue={value => onWish({ ...wish, encrypt: value === 'yes' })}
      />
      {hasToken && wish.sign !== '' && (
        <SpecField
          spec={{ name: 'pin', zh: words.pin, kind: 'password', note: words.pinNote }}
          value={wish.pin}
          wrong={false}
          onValue={pin => onWish({ ...wish, pin })}
        />
      )}
    </fieldset>
  )
}
