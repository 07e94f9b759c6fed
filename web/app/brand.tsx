/** The mark: a voice and the circles it raises. */
export function BrandMark(props: { size?: number }) {
  const size = props.size ?? 24
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden focusable="false">
      <rect width="32" height="32" rx="7" fill="#0d4a58" />
      <g fill="none" stroke="#fff" strokeLinecap="round" strokeWidth="2.6">
        <path d="M15 10.2a6 6 0 0 1 0 11.6" />
        <path d="M19.6 6.2a10.6 10.6 0 0 1 0 19.6" opacity=".62" />
      </g>
      <circle cx="10.4" cy="16" r="3.4" fill="#fff" />
    </svg>
  )
}

/** Quiet circles behind the sign-in. */
export function BrandCircles(props: { className?: string }) {
  return (
    <svg viewBox="0 0 600 600" className={props.className} aria-hidden focusable="false">
      <g fill="none" stroke="#0d4a58" strokeWidth="1.2">
        {[40, 84, 132, 184, 240, 300, 364, 432].map((radius, index) => (
          <circle key={radius} cx="120" cy="480" r={radius} opacity={0.3 - index * 0.033} />
        ))}
      </g>
      <circle cx="120" cy="480" r="9" fill="#0d4a58" opacity=".55" />
    </svg>
  )
}
