/** One colour for each channel, whatever else stands in the chart; neighbours differ in lightness as well. */
const colours: Readonly<Record<string, string>> = {
  pos: '#0d4a58',
  incident: '#3f8495',
  vk: '#8fbcc7',
  ok: '#d79f2b',
  telegram: '#5b78b0',
  max: '#9a86b8',
  call112: '#b3564a',
  phone: '#7c9a5e',
  reception: '#3f6b4f',
  email: '#c9b27a',
  paper: '#8a6a4c',
  personal: '#5d5470',
  open311: '#4a6d7c',
  instagram: '#b87f9c',
}

/** Colour of what is not shown by itself. */
export const otherColour = '#c3cad0'

/** Colours of layers that have none of their own, by their place. */
const byPlace = Object.values(colours)

export function colourOfPlace(place: number): string {
  return byPlace[place] ?? otherColour
}

export const inTimeColour = '#3f8495'
export const lateColour = '#c0372c'

export function colourOfChannel(channel: string): string {
  return colours[channel] ?? otherColour
}
