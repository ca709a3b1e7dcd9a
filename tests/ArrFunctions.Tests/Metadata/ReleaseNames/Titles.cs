namespace ArrFunctions.Tests.Metadata.ReleaseNames;

/// <summary>Titles for generated names, as a library would spell them.</summary>
internal static class Titles
{
    /// <summary>What goes for films and series alike.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        // Plain words.
        "The Quiet Harbour", "Northern Crossing", "A Garden of Glass", "Salt and Iron", "The Last Lighthouse", "Paper Moons", "Winter Orchard", "Under the Viaduct", "House of Sparrows",
        "The Clockmaker", "Red Tide", "Slow River", "The Cartographer's Daughter", "Bright Ashes", "Midnight Ferry", "Copper Hill", "Nobody Knows the Way", "Two Brothers and a Goat",
        "Wolves at Noon", "The Beekeepers", "An Honest Thief", "Where the Rails End", "Little Fires", "The Long Weekend", "Hollow Creek", "Stone Fruit", "The Understudy", "Dust", "Lantern",
        "Echo", "Signal", "It", "Us", "You", "Her", "Up", "I Am Here", "To Be or Not to Be", "How to Build a Boat", "Everything We Lost in the Flood", "The Man Who Counted Stars",
        "Because I Said So", "What the Neighbours Saw", "Never Go There Alone", "Life with the Petersons", "My Cousin the Mayor", "A Very Small Country", "One Day in Autumn",
        // Digits.
        "24", "The 100", "9-1-1", "911 Nights", "12 Lemons", "Seven and a Half", "District 19", "Apollo 27", "Ocean's 14", "The 4400", "Room 237", "Route 66", "Area 51", "Level 9", "Cube 2",
        "Mob 100", "Number 23", "50 First Steps", "10 Things I Forgot", "3 Body Riddle", "Code 8", "Studio 60", "Zone 414", "8 Mile Road", "The 39 Stairs", "7 Days in June", "Twelve 21 Pilots",
        "Catch 22", "Stranger 2", "100 Days", "300", "1408", "Babylon 5", "Warehouse 13", "Terminal 3 Gate 7", "Take 5", "Part 2 of Nothing", "Chapter 27", "60 Seconds Left", "Movie 43",
        // Years.
        "1923", "1883", "1917", "2012", "1984", "Blade Hunter 2049", "Neon Runner 2077", "2001 A Strange Voyage", "1941 The Last Summer", "Summer of 1984", "Death Derby 2000", "Miracle 1999",
        "The 1900 House", "2036 Origins", "Space Base 2063", "Cherry 2000", "The Class of 1999 Returns",
        // Dots, hyphens, signs.
        "S.W.A.T.", "Agents of S.H.I.E.L.D.", "U.N.C.L.E.", "M.A.D. Science", "The A.B.C. Murders", "R.I.P. Department", "E.T. Calling", "U.S. Rangers", "T.J. Hooper", "G.I. Jim",
        "Mr. Robot", "Dr. Stone", "Mrs. Davies", "St. Elsewhere Road", "Vol. 3", "Spider-Man", "X-Men", "Ant-Man and the Bee", "Half-Life", "T-34", "Re-Entry", "Catch-22", "Semi-Pro",
        "Tom & Harry", "Law & Disorder", "Love + Hate", "Who Is Erin Carter?", "Help!", "Oh, Brother", "Don't Look", "Rock 'n' Roll High", "Director's Dream", "Tick, Tick, Boom",
        "Star Path: Discovery", "Mission: Improbable", "Alice: Through the Door", "(500) Nights of Winter", "What If...", "And Just Like This...", "Face/Off Again", "The Office (US)", "Ghosts (UK)",
        // Words that end a title elsewhere.
        "The Good German", "The French Letter", "English Lessons", "The Italian Work", "Multi", "Proper People", "Real Steel Heart", "Limited Time", "Extended Family", "The Final Cut", "Uncut Stones",
        "The Internal Affair", "Web of Lies", "Charlotte's Web", "Special Unit", "Dual", "Cam", "Season of the Owl", "Open Season", "Four Seasons", "Episode Zero", "The Complete Guide", "Korean Town",
        "Dead Man's Switch", "Chinese Puzzle", "Spanish Apartment", "Japanese Story", "The Netflix Question", "The Russian Woman", "Polish Wedding", "Line of Duty HQ", "The Sub",
        // Other scripts and accents.
        "Тихая гавань", "Чёрная ночь", "Слово пацана 2", "Мост", "静かな港", "千と千尋", "進撃の塔", "夏の庭", "ガラスの城", "조용한 항구", "오징어 학교", "사랑의 섬", "安静的港口", "三体之谜", "流浪城市",
        "庆余记", "الميناء الهادئ", "باب المدينة", "Ήσυχο λιμάνι", "Το νησί", "Élite du Nord", "Amélie et Zoé", "Das Mädchen", "Über uns", "El Niño", "Señora Acero", "Přítel", "Żegnaj", "Bäckström", "Kış Uykusu",
        "Şahsiyet", "Ærlig talt", "L'Été d'Or", "Ça va", "नीला सागर", "ทะเลเงียบ", "השקט", "Đảo vắng",
    ];
}
