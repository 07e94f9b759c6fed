import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type FontFile, readFont } from './font-file.ts'

const require = createRequire(import.meta.url)

/** The faces documents are set in: running text in PT Serif; tables, tiles and charts in PT Sans. */
export const faces = {
  sans: '@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf',
  sansBold: '@expo-google-fonts/pt-sans/700Bold/PTSans_700Bold.ttf',
  serif: '@expo-google-fonts/pt-serif/400Regular/PTSerif_400Regular.ttf',
  serifBold: '@expo-google-fonts/pt-serif/700Bold/PTSerif_700Bold.ttf',
} as const
export type Face = keyof typeof faces
export const faceNames = ['serif', 'serifBold', 'sans', 'sansBold'] as const satisfies readonly Face[]

/** Where a face lies on the disk, whatever the working directory is. */
export const pathOfFace = (face: Face): string => require.resolve(faces[face])

const opened = new Map<Face, FontFile>()

/** A face, read once per process. */
export function fontOf(face: Face): FontFile {
  const known = opened.get(face)
  if (known) return known
  const font = readFont(readFileSync(pathOfFace(face)))
  opened.set(face, font)
  return font
}

const millimetresPerPoint = 25.4 / 72

/** Width in millimetres of one line of text at a size in points. */
export function millimetresOf(text: string, face: Face, points: number): number {
  return fontOf(face).widthOf(text, points) * millimetresPerPoint
}
