import qrcode from 'qrcode-generator'
import { useMemo } from 'react'
import styles from './account.module.css'

/** A text as a QR code, drawn here: the secret in it leaves the page for no service. */
export function QrCode(props: { text: string; label: string }) {
  const { side, path } = useMemo(() => drawn(props.text), [props.text])
  return (
    <svg
      className={styles.qr}
      viewBox={`-4 -4 ${side + 8} ${side + 8}`}
      role="img"
      aria-label={props.label}
      shapeRendering="crispEdges"
    >
      <rect x={-4} y={-4} width={side + 8} height={side + 8} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

function drawn(text: string): { side: number; path: string } {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const side = code.getModuleCount()
  const places = Array.from({ length: side }, (_, index) => index)
  const path = places
    .flatMap((row) => places.filter((column) => code.isDark(row, column)).map((x) => `M${x} ${row}h1v1h-1z`))
    .join('')
  return { side, path }
}
