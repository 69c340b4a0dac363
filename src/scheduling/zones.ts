/** A zone to choose, and the places that people look for it by. */
export interface ZoneChoice {
  readonly zone: string;
  readonly places: string;
}

/** Zones that people of a community around the world live in, from west to east. */
export const ZONES: Readonly<
  Record<'Americas' | 'Europe and Africa' | 'Asia and Oceania', readonly ZoneChoice[]>
> = {
  Americas: [
    { zone: 'Pacific/Honolulu', places: 'Honolulu' },
    { zone: 'America/Anchorage', places: 'Anchorage' },
    { zone: 'America/Los_Angeles', places: 'Los Angeles, San Francisco, Seattle (PT)' },
    { zone: 'America/Vancouver', places: 'Vancouver' },
    { zone: 'America/Phoenix', places: 'Phoenix' },
    { zone: 'America/Denver', places: 'Denver, Salt Lake City (MT)' },
    { zone: 'America/Chicago', places: 'Chicago, Austin, Dallas (CT)' },
    { zone: 'America/Mexico_City', places: 'Mexico City' },
    { zone: 'America/Bogota', places: 'Bogotá, Lima' },
    { zone: 'America/New_York', places: 'New York, Boston, Atlanta (ET)' },
    { zone: 'America/Toronto', places: 'Toronto, Montréal' },
    { zone: 'America/Halifax', places: 'Halifax' },
    { zone: 'America/Santiago', places: 'Santiago' },
    { zone: 'America/St_Johns', places: 'St. John’s' },
    { zone: 'America/Argentina/Buenos_Aires', places: 'Buenos Aires' },
    { zone: 'America/Sao_Paulo', places: 'São Paulo, Rio de Janeiro' },
  ],
  'Europe and Africa': [
    { zone: 'UTC', places: 'UTC' },
    { zone: 'Atlantic/Reykjavik', places: 'Reykjavík, Accra' },
    { zone: 'Europe/London', places: 'London, Dublin, Lisbon' },
    { zone: 'Africa/Casablanca', places: 'Casablanca' },
    { zone: 'Africa/Lagos', places: 'Lagos' },
    { zone: 'Europe/Berlin', places: 'Berlin, Amsterdam, Zürich' },
    { zone: 'Europe/Madrid', places: 'Madrid, Barcelona' },
    { zone: 'Europe/Paris', places: 'Paris, Brussels' },
    { zone: 'Europe/Warsaw', places: 'Warsaw, Prague, Vienna' },
    { zone: 'Europe/Stockholm', places: 'Stockholm, Copenhagen, Oslo' },
    { zone: 'Africa/Johannesburg', places: 'Johannesburg' },
    { zone: 'Africa/Cairo', places: 'Cairo' },
    { zone: 'Europe/Helsinki', places: 'Helsinki, Tallinn, Vilnius' },
    { zone: 'Europe/Kyiv', places: 'Kyiv, Bucharest, Sofia' },
    { zone: 'Europe/Athens', places: 'Athens' },
    { zone: 'Asia/Jerusalem', places: 'Tel Aviv, Jerusalem' },
    { zone: 'Africa/Nairobi', places: 'Nairobi' },
    { zone: 'Europe/Istanbul', places: 'Istanbul' },
    { zone: 'Europe/Moscow', places: 'Moscow' },
  ],
  'Asia and Oceania': [
    { zone: 'Asia/Dubai', places: 'Dubai' },
    { zone: 'Asia/Tehran', places: 'Tehran' },
    { zone: 'Asia/Karachi', places: 'Karachi' },
    { zone: 'Asia/Kolkata', places: 'India: Bengaluru, Mumbai, Pune' },
    { zone: 'Asia/Kathmandu', places: 'Kathmandu' },
    { zone: 'Asia/Dhaka', places: 'Dhaka' },
    { zone: 'Asia/Bangkok', places: 'Bangkok, Hanoi, Jakarta' },
    { zone: 'Asia/Singapore', places: 'Singapore, Kuala Lumpur' },
    { zone: 'Asia/Shanghai', places: 'China: Shanghai, Beijing' },
    { zone: 'Asia/Taipei', places: 'Taipei, Hong Kong, Manila' },
    { zone: 'Australia/Perth', places: 'Perth' },
    { zone: 'Asia/Tokyo', places: 'Tokyo' },
    { zone: 'Asia/Seoul', places: 'Seoul' },
    { zone: 'Australia/Brisbane', places: 'Brisbane' },
    { zone: 'Australia/Sydney', places: 'Sydney, Melbourne' },
    { zone: 'Pacific/Auckland', places: 'Auckland' },
  ],
};

/** The place that stands for a zone, as in “Los Angeles”. */
export function cityOf(zone: string): string {
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
}
