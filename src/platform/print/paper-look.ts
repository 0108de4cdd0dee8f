import { fileURLToPath } from 'node:url'

/** The look of paper: black first, hairlines, one cinnabar seal; it survives a black-and-white printer. */
export const ink = '#1B2430'
export const slate = '#5B6776'
export const line = '#DDD8CE'
export const cinnabar = '#B93A2B'

/** Points in a millimetre. */
export const mm = 72 / 25.4
export const margin = { top: 18 * mm, bottom: 16 * mm, left: 20 * mm, right: 20 * mm }
export const hairline = 0.5
export const size = { note: 8.5, text: 10.5, lead: 12, strong: 14, title: 20 }

const font = (file: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${file}`))
/** The only two fonts of a document; both are embedded as subsets. */
export const regular = font('400Regular/NotoSansSC_400Regular.ttf')
export const bold = font('700Bold/NotoSansSC_700Bold.ttf')
