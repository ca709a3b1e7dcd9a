document.title = "played";
