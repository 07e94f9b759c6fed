import { Resvg } from '@resvg/resvg-js'
import { pathOfFace } from '../text/fonts.ts'

/** Dots of the picture per pixel of the drawing: about 240 to the inch on paper. */
const scale = 2.5

/** A drawing as a PNG picture on white. */
export function drawPng(svg: string, width: number): Buffer {
  return new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'width', value: Math.round(width * scale) },
    font: {
      loadSystemFonts: false,
      fontFiles: [pathOfFace('sans'), pathOfFace('sansBold')],
      defaultFontFamily: 'PT Sans',
    },
  })
    .render()
    .asPng()
}
